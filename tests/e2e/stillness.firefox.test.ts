import { openFirefox } from './harness/corpus/firefox'
import { stillnessTests } from './harness/corpus/stillness-tests'

stillnessTests(openFirefox)
