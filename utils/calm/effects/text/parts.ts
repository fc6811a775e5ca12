/**
 * Selectors of the parts of a page that are not plain text. Lists of plain selectors, not `:is()` and `:not()`:
 * browsers dismiss those without looking at each element's ancestors.
 */

/** Formulas of MathML, KaTeX and MathJax: placed glyph by glyph, in ems, for a font of one size. */
const FORMULAS = ['math', '.katex', 'mjx-container']

/** Icon fonts that draw one glyph, or the ligature of a word, in a box measured for it. */
export const ICONS = [
  ...'.fa .fas .far .fal .fad .fab .fa-solid .fa-regular .fa-light .fa-brands .fa-classic'.split(' '),
  ...'.material-icons .material-icons-outlined .material-icons-round .material-icons-sharp'.split(' '),
  ...'.material-icons-two-tone .material-symbols-outlined .material-symbols-rounded'.split(' '),
  ...'.material-symbols-sharp .mat-icon .glyphicon'.split(' '),
]

/** What is only right as a whole: enlarged with its box, never its glyphs alone. */
export const WHOLES = [...FORMULAS, ...ICONS]

/** Not set as text at all. In a drawing, the author placed each piece of text. */
export const NOT_TEXT = ['svg', ...WHOLES]

/** Elements without children that may hold the ligature of another icon font: space between its letters undoes it. */
export const MAYBE_LIGATURES = ['i', 'span'].map(name => `${name}[class*=icon i]:not(:has(*))`)

/** Text in columns of equal letters. */
export const CODE = ['pre', 'code', 'kbd', 'samp', 'tt', 'xmp']

export const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/** Bars of links, which are often one line high. */
export const MENUS = ':is(nav,[role=navigation],[role=tablist],[role=menubar])'

/** Controls that show one line of text. */
export const LINE_FIELDS =
  ':is(select,input:not([type=checkbox],[type=radio],[type=range],[type=color],[type=image],[type=file]))'
export const BUTTONS = ':is(button,summary)'

/**
 * Scripts whose letters join or hang from one line: Arabic, Syriac, N'Ko, Mongolian, those of northern India.
 * Chromium takes one language in a `:lang()`.
 */
export const JOINED = 'ar fa ur ps sd ug ckb syr nqo dv mn hi mr ne sa bn as pa'
  .split(' ')
  .map(language => `:lang(${language})`)

/** Where a `p` is likely to be a part of a bar or a form rather than of running text. */
export const BARS = ':is(nav,header,footer,form,label,button,summary,table)'

/** @returns the selector of the parts themselves. */
export const any = (parts: readonly string[]): string => parts.join()

/** @returns the selector of the parts and all that is in them. */
export const throughout = (parts: readonly string[]): string =>
  parts.flatMap(part => [part, `${part} *`]).join()

/** @returns the selector of all that is in the parts. */
export const inside = (parts: readonly string[]): string => parts.map(part => `${part} *`).join()
