import { openFirefox } from './harness/corpus/firefox'
import { EACH_WAY_OF_FIREFOX } from './harness/corpus/selection'
import { stillnessTests } from './harness/corpus/stillness-tests'

stillnessTests(openFirefox, EACH_WAY_OF_FIREFOX)
