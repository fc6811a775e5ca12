/** How light a colour may be for the page to count as dark, from 0 (black) to 1 (white). */
const DARK = 0.25

/** Where the page is looked at, in shares of its width and height. */
const LOOKS = [0.1, 0.5, 0.9].flatMap(x => [0.2, 0.5, 0.8].map(y => [x, y] as const))

/** Whether most of what is in view stands on a dark ground. */
export function isDark(page: Document): boolean {
  const view = page.defaultView
  if (!view) return false
  const dark = LOOKS.filter(([x, y]) => lightAt(page, view, x * view.innerWidth, y * view.innerHeight) < DARK)
  return dark.length > LOOKS.length / 2
}

/** The light of the nearest ground below a point; what shines through is white, or what the page's own scheme has. */
function lightAt(page: Document, view: Window, x: number, y: number): number {
  for (const element of page.elementsFromPoint(x, y)) {
    if (element === page.documentElement) break
    const light = lightOf(view.getComputedStyle(element).backgroundColor)
    if (light !== null) return light
  }
  return canvasLight(page, view)
}

/** The canvas has the body's colour below its end too. The root comes second: its colour may be calm mode's own. */
function canvasLight(page: Document, view: Window): number {
  for (const element of [page.body, page.documentElement]) {
    const light = element && lightOf(view.getComputedStyle(element).backgroundColor)
    if (light !== null) return light
  }
  return schemeIsDark(page, view) ? 0 : 1
}

function schemeIsDark(page: Document, view: Window): boolean {
  const { colorScheme } = view.getComputedStyle(page.documentElement)
  return /\bdark\b/.test(colorScheme) && (!/\blight\b/.test(colorScheme) || prefersDark(view))
}

const prefersDark = (view: Window) => view.matchMedia('(prefers-color-scheme: dark)').matches

/** @returns how light a computed colour is by the eye's weights; null for one that lets what is below shine through. */
export function lightOf(colour: string): number | null {
  const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return null
  // Only rgb() counts to 255; color(srgb ...) and the like count to 1.
  const most = colour.startsWith('rgb') ? 255 : 1
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / most
}
