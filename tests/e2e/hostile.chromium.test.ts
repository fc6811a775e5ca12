import { openChromium } from './harness/corpus/chromium'
import { hostileTests } from './harness/hostile-tests'

hostileTests(openChromium)
