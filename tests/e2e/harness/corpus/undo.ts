import { expect } from 'vitest'
import { movingIn, type Part } from '../moving-parts'
import { ask, isDimmed, type OpenPage, type Stage } from './stage'

/** Many things in one page, each of which moves in a way of its own. */
const PATH = '/motion/many.html'

/** Longer than each of them takes from one picture to the next. */
const GLIMPSE_MS = 900
const LOOK_MS = 2000

const SOON = { timeout: 20_000 }

/**
 * Stills a page that moves in many ways and lets it go again: each of them moves as before, and a page that never was
 * calm looks the same from within.
 */
export async function expectUndone(stage: Stage): Promise<void> {
  await stage.show(PATH, false, never =>
    stage.show(PATH, false, async page => {
      const parts = await partsOf(page)
      const names = parts.map(({ name }) => name).sort()
      const moving = async (shown: OpenPage, ms: number) => movingIn(await shown.watch(ms), parts)
      const allMove = async (shown: OpenPage) => {
        // Pictures that come seldom, on a busy machine, can meet a part in the same phase: what was once seen to move moves.
        const seen = new Set<string>()
        const look = async () => {
          for (const name of await moving(shown, GLIMPSE_MS)) seen.add(name)
          return [...seen].sort()
        }
        await expect.poll(look, SOON).toEqual(names)
      }

      await allMove(page)
      await page.switchCalm(true)
      await expect.poll(() => moving(page, LOOK_MS), SOON).toEqual([])
      await page.switchCalm(false)
      await ask(
        () => isDimmed(page),
        dimmed => !dimmed,
        SOON.timeout,
      )
      await allMove(page)
      expect(await tracesIn(page)).toEqual(await tracesIn(never))
      // Nobody listens any more: a press neither plays nor stills anything.
      await page.act('click #gif; click #video; press Enter')
      await allMove(page)
      expect(page.errors).toEqual([])
    }),
  )
}

async function partsOf(page: OpenPage): Promise<readonly Part[]> {
  return (await page.evaluate(`Array.from(document.querySelectorAll('figure'), figure => {
    const { x, y, width, height } = figure.getBoundingClientRect()
    return { name: figure.id, x, y, width, height }
  })`)) as Part[]
}

/** What calm mode could leave in a page, but for the numbers and words that the page itself goes on changing. */
async function tracesIn(page: OpenPage): Promise<unknown> {
  const found = await page.evaluate(`(() => {
    // At the end of each of its transitions there is none for a moment.
    const turning = one('transition')
    const animations = document.getAnimations({ subtree: true }).filter(({ effect }) => effect.target !== turning)
    const frame = document.querySelector('iframe')
    const video = document.querySelector('video')
    return JSON.stringify({
      markup: document.documentElement.outerHTML.replace(/\\d+(\\.\\d+)?/g, '0').replace(/quiet|still/g, 'word').replace(/ class="(away)?"/, ''),
      frame: frame.contentDocument.documentElement.outerHTML,
      sheets: [document, frame.contentDocument].map(page => page.adoptedStyleSheets.length),
      roots: roots.map(root => root.innerHTML + root.adoptedStyleSheets.length),
      animations: animations.map(({ playState, playbackRate }) => playState + playbackRate).sort(),
      drawing: document.querySelector('svg').animationsPaused(),
      video: [video.paused, video.playbackRate, video.getAttributeNames()],
      motion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      globals: Object.getOwnPropertyNames(window).sort(),
    })
  })()`)
  return JSON.parse(String(found))
}
