import en from './settings.en.json'
import nl from './settings.nl.json'
import { translator } from './translator'

/** Names of the words that only the settings page needs. */
export type SettingsKey = keyof typeof en

/** The words of the settings page. */
export const tSettings = translator({ en, nl })
