import { describeColourAndType } from './harness/colour-and-type'
import { launchFirefox } from './harness/firefox'

describeColourAndType(() => launchFirefox(), false)
