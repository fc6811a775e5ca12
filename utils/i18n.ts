import { browser } from 'wxt/browser'
import type messages from '@/public/_locales/en/messages.json'

/** Names of the messages in `public/_locales`. */
export type MessageKey = keyof typeof messages

/** WXT declares `getMessage` once for each key, and takes no key that is not known beforehand. */
interface Messages {
  getMessage(key: string, substitutions: string[]): string
}

/**
 * Words for the person, in the language of their browser, or English where Luwte does not speak it.
 *
 * @param substitutions what to put in the message's placeholders, in their order.
 * @returns the key itself when there is no such message, so that something can be read.
 */
export function t(key: MessageKey, ...substitutions: string[]): string {
  const messages: Messages = browser.i18n
  return messages.getMessage(key, substitutions) || key
}

/** The language `t` speaks, as `lang` wants it. Not the browser's own, which may be one Luwte does not speak. */
export function language(): string {
  return t('language')
}

/** Gives a page of Luwte its language and its title. */
export function localise(page: Document): void {
  page.documentElement.lang = language()
  page.title = t('name')
}
