// `npm start` and `npm test` begin here. On a fresh clone nothing is installed, so this file uses Node alone.
import { spawnSync } from 'node:child_process'
import { installDependencies } from './dependencies.mjs'

const [script, ...rest] = process.argv.slice(2)
installDependencies()
const { status } = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...rest], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
