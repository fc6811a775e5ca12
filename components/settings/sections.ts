import { calmSection } from './calm'
import { devicesSection } from './devices'
import { keysSection } from './keys'
import { looksSection } from './looks'
import { nudgesSection } from './nudges'
import { pacingSection } from './pacing'
import { readerSection } from './reader'
import { restSection } from './rest'
import type { Section } from './section'
import { sitesSection } from './sites'

/** Every section of the settings page, from top to bottom. */
export const SECTIONS: readonly Section[] = [
  calmSection,
  sitesSection,
  pacingSection,
  restSection,
  nudgesSection,
  readerSection,
  looksSection,
  keysSection,
  devicesSection,
]
