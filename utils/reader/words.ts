/** Scripts that are written without spaces between words; a word takes about this many characters in them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/gu
const CHARACTERS_A_WORD = 1.7

/** @returns about how many words a text has, for how long it takes to read. */
export function countWords(text: string): number {
  let unspaced = 0
  const rest = text.replace(UNSPACED, () => {
    unspaced++
    return ' '
  })
  const spaced = rest.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
  return spaced + Math.ceil(unspaced / CHARACTERS_A_WORD)
}
