import { BARS } from './parts'

/** How much of the width of its nought a letter of running text takes on average, in Latin script. */
const LETTER = 0.78

/**
 * Keeps lines of running text to `characters`, where the page has room for longer ones. Only blocks of text get
 * narrower, never what they stand in: columns, tables and bars keep their layout.
 */
export function columnRules(characters: number): string {
  return `:is(p,li,dd,dt,blockquote,figcaption):not(${BARS} *){
    max-inline-size:${Math.round(characters * LETTER)}ch!important
  }`
}
