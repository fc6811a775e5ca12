import { translator } from './translator'
import en from './welcome.en.json'
import nl from './welcome.nl.json'

/** Names of the words that only the welcome page needs. */
export type WelcomeKey = keyof typeof en

/** The words of the welcome page. */
export const tWelcome = translator({ en, nl })
