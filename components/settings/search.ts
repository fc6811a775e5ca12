import type { Section } from './section'

/** @returns the sections with the settings whose words have all of those looked for; all of them for none. */
export function find(sections: readonly Section[], looked: string): readonly Section[] {
  const wanted = plain(looked).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return sections
  return sections.flatMap(section => {
    const heading = `${section.title()} ${section.about()}`
    const settings = section.settings.filter(({ name, about, fold }) => {
      const words = plain(`${heading} ${name()} ${about()} ${fold?.() ?? ''}`)
      return wanted.every(word => words.includes(word))
    })
    return settings.length > 0 ? [{ ...section, settings }] : []
  })
}

/** Words as they are looked for: without capitals and accents. */
function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
