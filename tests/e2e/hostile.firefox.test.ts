import { openFirefox } from './harness/corpus/firefox'
import { hostileTests } from './harness/hostile-tests'

hostileTests(openFirefox)
