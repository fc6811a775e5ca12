import { launchChromium } from './harness/chromium'
import { describeColourAndType } from './harness/colour-and-type'

describeColourAndType(() => launchChromium())
