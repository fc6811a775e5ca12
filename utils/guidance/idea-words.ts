import type { MessageKey } from '../i18n'
import type { RestIdeaId } from './rest-ideas'

/** Where the words of each rest idea are. */
export const IDEA_WORDS: Readonly<Record<RestIdeaId, MessageKey>> = {
  closeEyes: 'restIdeaCloseEyes',
  soundOff: 'restIdeaSoundOff',
  lieDown: 'restIdeaLieDown',
  warmth: 'restIdeaWarmth',
  coolCloth: 'restIdeaCoolCloth',
  heavyBlanket: 'restIdeaHeavyBlanket',
  tellSomeone: 'restIdeaTellSomeone',
  breatheGently: 'restIdeaBreatheGently',
  lookFar: 'restIdeaLookFar',
  stretch: 'restIdeaStretch',
  walk: 'restIdeaWalk',
  nothingMeasured: 'restIdeaNothingMeasured',
}
