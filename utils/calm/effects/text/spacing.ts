import type { CalmOptions } from '../../options'
import { any, BARS, CODE, JOINED, MAYBE_LIGATURES, NOT_TEXT, throughout } from './parts'

/**
 * Extra space between letters and words. An em has not grown with the text, so `factor` has to be in it.
 * Firefox sizes a `select` without the space between its letters and would cut it off.
 */
export function letterRules({ letterSpacing, wordSpacing }: CalmOptions, factor: number): string {
  const ems = (hundredths: number) => `${(hundredths * factor) / 100}em`
  const spared = `${throughout([...NOT_TEXT, ...CODE])},select`
  const letters = `
    *{letter-spacing:${ems(letterSpacing)}!important}
    ${spared},${any([...JOINED, ...MAYBE_LIGATURES])}{letter-spacing:normal!important}`
  const words = `
    *{word-spacing:${ems(wordSpacing)}!important}
    ${spared}{word-spacing:normal!important}`
  return (letterSpacing > 0 ? letters : '') + (wordSpacing > 0 ? words : '')
}

/** Space of `percent` of the text size after paragraphs that something follows, and between text and a list or quote. */
export function paragraphRules(percent: number, factor: number): string {
  return `:is(p:not(:last-child),:is(blockquote,pre,ul,ol,dl):has(+p)):not(${BARS} *){
    margin-block-end:${(percent * factor) / 100}em!important
  }`
}
