import { setTimeout as delay } from 'node:timers/promises'
import { VIEW } from './view'

/** The part of Playwright's and Puppeteer's pages that a hand needs. */
export interface Reachable {
  evaluate(script: string): Promise<unknown>
  readonly mouse: {
    move(x: number, y: number, options?: { steps?: number }): Promise<void>
    down(): Promise<void>
    up(): Promise<void>
  }
  readonly keyboard: {
    type(text: string): Promise<void>
    press(key: never): Promise<void>
    down(key: never): Promise<void>
    up(key: never): Promise<void>
  }
}

/** Turns the wheel, which the two do differently. */
export type Wheel = (deltaY: number) => Promise<void>

/** Longer than any page of the corpus takes to come to what its person waits for. */
const PATIENCE_MS = 5000

/** How long a hand takes from one spot of a drag to the next. */
const DRAG_STEPS = 12

/** How near the edge of the window a drag may end, in CSS pixels. */
const EDGE = 5

type Step = (page: Reachable, wheel: Wheel, rest: string) => Promise<void>

/** What a person can do; a page names these in its `person`, with semicolons between. */
const STEPS: Record<string, Step> = {
  async click(page, _, selector) {
    await reach(page, selector)
    await page.mouse.down()
    await page.mouse.up()
  },
  async hover(page, _, selector) {
    await reach(page, selector)
  },
  /** `drag SELECTOR RIGHT DOWN`; taken hold of beside its middle where the window would end before the drag does. */
  async drag(page, _, rest) {
    const [, selector = '', right, down] = /^(.+) (-?\d+) (-?\d+)$/.exec(rest) ?? []
    const middle = await reach(page, selector)
    const x = Math.min(Math.max(middle.x, EDGE - Number(right)), VIEW.width - EDGE - Number(right))
    await page.mouse.move(x, middle.y)
    await page.mouse.down()
    await page.mouse.move(x + Number(right), middle.y + Number(down), { steps: DRAG_STEPS })
    await page.mouse.up()
  },
  async type(page, _, text) {
    await page.keyboard.type(text)
  },
  async press(page, _, key) {
    await page.keyboard.press((key === 'Space' ? ' ' : key) as never)
  },
  async wheel(_, wheel, deltaY) {
    await wheel(Number(deltaY))
  },
  /** Presses a key and keeps it down: `hold KEY MS`. */
  async hold(page, _, rest) {
    const [key = '', ms] = rest.split(' ')
    await page.keyboard.down(key as never)
    await delay(Number(ms))
    await page.keyboard.up(key as never)
  },
  async focus(page, _, selector) {
    await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`)
  },
  /** Waits until something is there. */
  async until(page, _, selector) {
    await placeOf(page, selector)
  },
}

/**
 * Does what a page says its person does, such as `click button; wheel 300`.
 * @throws on a step that no hand knows, and when what it reaches for does not come.
 */
export async function act(page: Reachable, wheel: Wheel, person: string): Promise<void> {
  for (const line of person.split(';').map(each => each.trim())) {
    if (!line) continue
    const [, name = '', rest = ''] = /^(\w+) ?(.*)$/.exec(line) ?? []
    const step = STEPS[name]
    if (!step) throw new Error(`no hand knows how to: ${line}`)
    await step(page, wheel, rest)
  }
}

async function reach(page: Reachable, selector: string): Promise<{ x: number; y: number }> {
  const place = await placeOf(page, selector)
  await page.mouse.move(place.x, place.y, { steps: 3 })
  return place
}

/** The middle of an element that is seen. */
async function placeOf(page: Reachable, selector: string): Promise<{ x: number; y: number }> {
  const find = `(() => {
    const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect()
    return box?.width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null
  })()`
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await delay(50)) {
    const place = await page.evaluate(find)
    if (place) return place as { x: number; y: number }
  }
  throw new Error(`${selector} did not come`)
}
