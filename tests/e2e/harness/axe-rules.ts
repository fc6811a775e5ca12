/** What passes is of no interest here, and to tell where each of it is takes as long as all else. */
const FAULTS_ALONE = { resultTypes: ['violations' as const] }

/** Everything axe knows, with the contrast that tired eyes need: 7 to 1. */
export const EVERY_RULE = { ...FAULTS_ALONE, rules: { 'color-contrast-enhanced': { enabled: true } } }

/** The rules on colours alone. */
export const COLOURS = { ...FAULTS_ALONE, runOnly: ['color-contrast', 'color-contrast-enhanced'] }
