import en from './diary.en.json'
import nl from './diary.nl.json'
import { translator } from './translator'

/** Names of the words of the diary page. */
export type DiaryKey = keyof typeof en

/** The words of the diary page. */
export const tDiary = translator({ en, nl })
