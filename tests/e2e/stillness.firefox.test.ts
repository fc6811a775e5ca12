import { openFirefox } from './harness/corpus/firefox'
import { stillnessTests } from './harness/corpus/stillness-tests'

// Without a graphics card Firefox has no WebGL.
stillnessTests(openFirefox, ['scripts/webgl'])
