// `npm test`: every check of the project, one after the other, and one line at the end that sums them up.
import { rmSync } from 'node:fs'
import { ensureBrowsers } from './install-browsers'
import { npmRun } from './npm'
import { type Counts, countTests } from './vitest-report'

interface Part extends Counts {
  readonly name: string
}

const REPORTS = '.output/test-reports'

function check(name: string, script: string): Part {
  title(name)
  const passed = npmRun(script)
  return { name, passed: passed ? 1 : 0, failed: passed ? 0 : 1 }
}

function tests(name: string, project: 'unit' | 'e2e'): Part {
  title(name)
  const report = `${REPORTS}/${project}.json`
  // A report left by an earlier run would speak for a run that broke off.
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const succeeded = npmRun('vitest', '--project', project, ...reporters)
  return { name, ...countTests(report, succeeded) }
}

function endToEnd(): Part[] {
  const build = check('build for end-to-end', 'build:e2e')
  // Without a build the tests would try the one before it.
  return build.failed
    ? [build, { name: 'end-to-end (not run)', passed: 0, failed: 1 }]
    : [build, tests('end-to-end', 'e2e')]
}

function title(name: string): void {
  console.log(`\n== ${name} ==`)
}

async function main(): Promise<void> {
  await ensureBrowsers(({ chromium, firefox }) => Boolean(chromium && firefox))
  const parts = [
    check('types', 'types'),
    check('lint and format', 'lint'),
    check('unused code', 'knip'),
    check('build', 'build'),
    check('sizes', 'size'),
    tests('unit', 'unit'),
    ...endToEnd(),
  ]
  title('results')
  for (const { name, passed, failed } of parts) {
    console.log(`${failed ? 'FAIL' : 'ok  '}  ${name}: ${passed} passed, ${failed} failed`)
  }
  const sum = (of: 'passed' | 'failed') => parts.reduce((total, part) => total + part[of], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') ? 1 : 0
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
