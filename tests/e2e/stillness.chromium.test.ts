import { openChromium } from './harness/corpus/chromium'
import { stillnessTests } from './harness/corpus/stillness-tests'

stillnessTests(openChromium)
