import type { Passage } from './passages'

/** Lengths at which a text is looked for: what was changed at its end must not keep its beginning from being found. */
const LENGTHS = [80, 40, 20, 8] as const

/** @returns a text as it is compared: without the white space, which two layouts of one text never share. */
export const bare = (text: string): string => text.replace(/\s+/g, '')

/** @returns the index of the passage in which a text begins; -1 where none has it. */
export function passageWith(passages: readonly Pick<Passage, 'text'>[], text: string): number {
  const wanted = bare(text)
  if (wanted === '') return -1
  const starts: number[] = []
  let whole = ''
  for (const passage of passages) {
    starts.push(whole.length)
    whole += bare(passage.text)
  }
  for (const length of LENGTHS) {
    const at = whole.indexOf(wanted.slice(0, length))
    if (at >= 0) return starts.findLastIndex(start => start <= at)
  }
  return -1
}
