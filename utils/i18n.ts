import en from '@/public/_locales/en/messages.json'
import nl from '@/public/_locales/nl/messages.json'

/** Names of the messages in `public/_locales`. */
export type MessageKey = keyof typeof en

interface Message {
  readonly message: string
  /** What stands for `$name$` in the message: `$1` is the first substitution. */
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>
}

type Messages = Readonly<Record<MessageKey, Message>>

/**
 * The words come with the code. `browser.i18n` speaks the language of the browser's own menus, and a person who reads
 * Dutch may well have a browser that was only ever installed in English.
 */
const LANGUAGES: ReadonlyMap<string, Messages> = new Map([
  ['en', en],
  ['nl', nl],
])

/** The person's first language that Luwte speaks, as `lang` wants it; English where it speaks none of them. */
export function language(wanted: readonly string[] = navigator.languages): string {
  return wanted.map(tag => tag.split('-')[0] ?? '').find(tag => LANGUAGES.has(tag)) ?? 'en'
}

/**
 * Words for the person, in a language of theirs.
 *
 * @param substitutions what to put in the message's placeholders, in their order.
 */
export function t(key: MessageKey, ...substitutions: string[]): string {
  const messages = LANGUAGES.get(language()) ?? en
  const { message, placeholders = {} }: Message = messages[key]
  return message.replace(/\$(\w+)\$/g, (whole, name: string) => {
    const place = Number(placeholders[name.toLowerCase()]?.content.slice(1))
    return substitutions[place - 1] ?? whole
  })
}

/** Gives a page of Luwte its language and its title. */
export function localise(page: Document): void {
  page.documentElement.lang = language()
  page.title = t('name')
}
