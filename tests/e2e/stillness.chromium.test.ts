import { openChromium } from './harness/corpus/chromium'
import { EACH_WAY } from './harness/corpus/selection'
import { stillnessTests } from './harness/corpus/stillness-tests'

stillnessTests(openChromium, EACH_WAY)
