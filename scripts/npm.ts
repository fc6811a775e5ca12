import { spawnSync } from 'node:child_process'

/** Runs one of package.json's scripts with its output shown. Answers whether it succeeded. */
export function npmRun(script: string, ...args: string[]): boolean {
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    stdio: 'inherit',
    // On Windows npm is a script, which only a shell can start.
    shell: process.platform === 'win32',
  })
  return status === 0
}
