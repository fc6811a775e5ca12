import katex from 'katex'

interface ScriptedPage {
  evaluate(script: string): Promise<unknown>
}

export interface Box {
  readonly left: number
  readonly width: number
  readonly height: number
}

/** The text spacing of WCAG 1.4.12. */
export const ALL_SPACING = { lineHeight: 150, letterSpacing: 12, wordSpacing: 16, paragraphSpacing: 200 }

/** One word a unit and way to say a size, each in a box as wide as its text. */
export const SIZES = `<style>b{display:inline-block;font-weight:400}.short{font:15px/1.2 sans-serif}</style>
  <b id="px" style="font:14px serif">Heavenly words</b><br>
  <b id="rem" style="font-size:1.1rem">Heavenly words</b><br>
  <b id="em" style="font-size:1.1em">Heavenly words</b><br>
  <b id="vw" style="font-size:2vw">Heavenly words</b><br>
  <b id="clamp" style="font-size:clamp(12px,1.4vw,20px)">Heavenly words</b><br>
  <b id="percent" style="font-size:110%">Heavenly words</b><br>
  <b id="keyword" style="font-size:small">Heavenly words</b><br>
  <b id="shorthand" class="short">Heavenly words</b><br>
  <b id="mono" style="font-family:monospace">Heavenly words</b><br>
  <div style="font-size:1.1em"><div style="font-size:1.1em"><b id="nested" style="font-size:1.1em">Words</b></div></div>
  <div style="font-size:10px !important"><b id="inline" style="font-size:1.5em !important">Words</b></div>`

export const MONOSPACE = `<pre style="font-size:14px">one  two  <b id="a">x</b>
 o n e  tw<b id="b">x</b>
\t  <b id="c">x</b></pre>`

export const FORMULA = `<p><span id="katex">${katex.renderToString('\\frac{a^2}{\\sqrt{b}}', { output: 'html' })}</span>
  <span id="mathml"><math style="display:inline-block"><msup><mi>y</mi><mn>2</mn></msup></math></span>`

/** The box of every element with an id, in px. */
export async function measure(page: ScriptedPage): Promise<Partial<Record<string, Box>>> {
  const boxes =
    await page.evaluate(`Object.fromEntries([...document.querySelectorAll('[id]')].map(element => {
    const { left, width, height } = element.getBoundingClientRect()
    return [element.id, { left, width, height }]
  }))`)
  return boxes as Partial<Record<string, Box>>
}

/** How many times as large each element became. */
export function comparisons(
  before: Partial<Record<string, Box>>,
  after: Partial<Record<string, Box>>,
  side: 'width' | 'height',
): Record<string, number> {
  const ids = Object.keys(before)
  return Object.fromEntries(ids.map(id => [id, (after[id]?.[side] ?? 0) / (before[id]?.[side] ?? 1)]))
}
