import en from './reader.en.json'
import nl from './reader.nl.json'
import { translator } from './translator'

/** The words of the reader. */
export const tReader = translator({ en, nl })
