import en from '@/public/_locales/en/messages.json'
import nl from '@/public/_locales/nl/messages.json'
import { language } from './language'
import { translator } from './translator'

export { language }

/** Names of the messages in `public/_locales`. */
export type MessageKey = keyof typeof en

/**
 * The words of the manifest, the popup and what stands in pages. They come with the code: `browser.i18n` speaks the
 * language of the browser's own menus, and a person who reads Dutch may well have a browser that was only ever
 * installed in English. A page of Luwte's own has further words in a file beside this one, which no other page loads.
 */
export const t = translator({ en, nl })

/** Gives a page of Luwte its language and its title. */
export function localise(page: Document, title: string = t('name')): void {
  page.documentElement.lang = language()
  page.title = title
}
