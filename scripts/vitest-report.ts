import { readFileSync } from 'node:fs'

export interface Counts {
  readonly passed: number
  readonly failed: number
}

/**
 * The counts of a run's JSON report. A run that failed without a failed test counts as one failure:
 * a file did not load, a hook threw, or the run broke off before it reported.
 */
export function countTests(reportFile: string, succeeded: boolean): Counts {
  const { numPassedTests: passed, numFailedTests: failed } = readReport(reportFile)
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) }
}

function readReport(file: string): { numPassedTests: number; numFailedTests: number } {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 }
  }
}
