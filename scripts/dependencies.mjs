import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** Runs `npm ci` when node_modules is missing or older than the lock file. Ends the process when that fails. */
export function installDependencies() {
  if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return
  console.log('Installing what Luwte is built with (npm ci)')
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    stdio: 'inherit',
    // On Windows npm is a script, which only a shell can start.
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error('Luwte could not be installed: npm ci failed. Its reason is above.')
  process.exit(1)
}

/** @param {string} file */
function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
