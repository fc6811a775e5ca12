import { type Language, language } from './language'

interface Message {
  readonly message: string
  /** What stands for `$name$` in the message: `$1` is the first substitution. */
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>
}

/** Gives words for the person, in a language of theirs. Substitutions stand for the message's placeholders, in order. */
export type Translate<Key extends string> = (key: Key, ...substitutions: string[]) => string

/** @returns what speaks the words of one locale file, or several, that have the same keys in every language. */
export function translator<Key extends string>(
  words: Readonly<Record<Language, Readonly<Record<Key, Message>>>>,
): Translate<Key> {
  return (key, ...substitutions) => {
    const { message, placeholders = {} }: Message = words[language()][key]
    return message.replace(/\$(\w+)\$/g, (whole, name: string) => {
      const place = Number(placeholders[name.toLowerCase()]?.content.slice(1))
      return substitutions[place - 1] ?? whole
    })
  }
}
