/** What draws a formula for the eye beside a `math` element that says the same. */
const FORMULAS = '.katex, mjx-container, .MathJax, .mwe-math-element, .MathJax_Display'
/** The source of a formula, which browsers do not show. */
const SOURCES = 'annotation, annotation-xml'

/**
 * Leaves of each formula its MathML alone, which browsers draw without styles or fonts of the page's. Where there is
 * none, the formula stays as the page has it.
 */
export function keepMathsOnce(copy: Document): void {
  for (const formula of copy.querySelectorAll(FORMULAS)) {
    const math = formula.querySelector('math')
    if (math) formula.replaceWith(math)
  }
  // MathJax 2 keeps the formula in a script's text beside its drawing.
  for (const preview of copy.querySelectorAll('.MathJax_Preview')) preview.remove()
  for (const source of copy.querySelectorAll(SOURCES)) source.remove()
  for (const semantics of copy.querySelectorAll('semantics')) semantics.replaceWith(...semantics.childNodes)
}
