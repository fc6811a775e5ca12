/** What the eyes of a person find on one of Luwte's own pages. Runs in the page, all of it in one function. */
export interface Looked {
  /** Controls whose edge stands out from what it is on by less than 3 to 1. */
  readonly edgeless: string[]
  /** What can have the focus without a ring of 2 px that stands out by 3 to 1. */
  readonly ringless: string[]
  /** How many were looked at. */
  readonly controls: number
}

/** Call it after a key was pressed: only then does the browser show where the focus is. */
export function lookAround(): Looked {
  const EDGED = 'button, a.button, select, input:not([type=range], [type=file])'
  const FOCUSED = `${EDGED}, a[href], input, summary`

  type Colour = readonly [red: number, green: number, blue: number, alpha: number]
  const colourOf = (value: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = Array.from(value.matchAll(/[\d.]+/g), ([digits]) =>
      Number(digits),
    )
    return [red, green, blue, alpha]
  }
  const luminance = ([red, green, blue]: Colour) => {
    const linear = (part: number) =>
      part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
  const contrast = (one: Colour, other: Colour) => {
    const [lower = 0, higher = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (higher + 0.05) / (lower + 0.05)
  }
  const behind = (element: Element): Colour => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const colour = colourOf(getComputedStyle(at).backgroundColor)
      if (colour[3] > 0) return colour
    }
    return colourOf(getComputedStyle(document.documentElement).backgroundColor)
  }
  const nameOf = (element: Element) =>
    `${element.parentElement?.localName} > ${element.localName} ${element.textContent || element.id}`.trim()

  const surface = document.body.querySelector(':scope > div')?.shadowRoot ?? document
  const visible = (selector: string) =>
    Array.from(surface.querySelectorAll<HTMLElement>(selector)).filter(element => element.checkVisibility())

  const hasEdge = (element: HTMLElement) => {
    const { borderTopColor, borderTopWidth, appearance } = getComputedStyle(element)
    // In forced colours, the browser draws its own.
    if (appearance === 'auto' && element.matches('[type=checkbox], [type=radio]')) return true
    const colour = colourOf(borderTopColor)
    return Number.parseFloat(borderTopWidth) >= 1 && colour[3] === 1 && contrast(colour, behind(element)) >= 3
  }
  const hasRing = (element: HTMLElement) => {
    element.focus()
    const { outlineStyle, outlineColor, outlineWidth } = getComputedStyle(element)
    return (
      outlineStyle !== 'none' &&
      Number.parseFloat(outlineWidth) >= 2 &&
      contrast(colourOf(outlineColor), behind(element)) >= 3
    )
  }
  const focusable = visible(FOCUSED).filter(element => !element.matches(':disabled'))
  return {
    edgeless: visible(EDGED)
      .filter(element => !hasEdge(element))
      .map(nameOf),
    ringless: focusable.filter(element => !hasRing(element)).map(nameOf),
    controls: focusable.length,
  }
}
