const SPOKEN = ['en', 'nl'] as const

/** A language that Luwte speaks. */
export type Language = (typeof SPOKEN)[number]

/** The person's first language that Luwte speaks, as `lang` wants it; English where it speaks none of them. */
export function language(wanted: readonly string[] = navigator.languages): Language {
  return wanted.map(tag => SPOKEN.find(spoken => spoken === tag.split('-')[0])).find(Boolean) ?? 'en'
}
