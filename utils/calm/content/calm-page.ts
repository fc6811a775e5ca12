import { EFFECTS } from '../effects'
import type { Effect } from '../effects/effect'
import type { Leftover } from '../leftovers'
import { type CalmOptions, NEUTRAL_OPTIONS, OPTION_IDS } from '../options'
import { onReopened } from '../page/reopened'
import { adoptSheet } from '../page/sheets'
import { keepPlace } from './reading-place'
import { RunningEffects } from './running-effects'

/** How long a fade takes, in milliseconds; a change that moves the text takes two, down and up. */
const FADE_MS = 600

/** A transition starts with the next frame: it is given this much longer, in milliseconds, before it is let go. */
const SLACK_MS = 100

/** How much of the lesser light is left, in %, while text changes its size under the eyes. */
const DIP = 45

/** What Chromium paints outside of the root. */
const TOP_LAYER = ':modal,:popover-open,:fullscreen'

/** The root carries the dimming, and so does the top layer. Its own transitions go on: a page may wait for their end. */
function fadeRules(page: Document, ms: number): string {
  const fade = `filter ${ms}ms linear`
  const own = Array.from(page.querySelectorAll(TOP_LAYER), transitionsOf).flat()
  return `:root,::backdrop{transition:${fade}!important}${TOP_LAYER}{transition:${[...own, fade]}!important}`
}

/** @returns the transitions that an element has of its own, as a list of them is written. */
function transitionsOf(element: Element): string[] {
  const style = getComputedStyle(element)
  // A timing function holds commas of its own.
  const lists = [
    style.transitionDuration,
    style.transitionTimingFunction,
    style.transitionDelay,
    style.transitionBehavior,
  ].map(list => list.split(/, (?![^(]*\))/))
  return style.transitionProperty
    .split(', ')
    .map((property, at) => [property, ...lists.map(list => list[at % list.length])].join(' '))
    .filter(transition => !transition.startsWith('none '))
}

/** Calm mode in one frame of a page. */
export interface CalmPage {
  /** Shows these options; null leaves the page as it would have been. Gently means with a fade, unless nobody looks. */
  show(options: CalmOptions | null, gently: boolean): void
  /** @returns what the effects could not calm, as things stand now. */
  leftovers(): Leftover[]
}

/** Takes charge of a page's effects. Nothing happens before the first `show`. */
export function createCalmPage(page: Document, effects: readonly Effect[] = EFFECTS): CalmPage {
  const running = new RunningEffects(page, effects)
  let change = new AbortController()
  let target = NEUTRAL_OPTIONS
  onReopened(page, () => running.renew())

  const moveInPlace = (options: CalmOptions, which?: (effect: Effect) => boolean) => {
    keepPlace(page, running.layout(), running.layout(options), () => running.apply(options, which))
  }

  /** The light goes down, the text moves while little is seen, and the light comes back as far as it may. */
  const moveInTheDark = async (before: CalmOptions, options: CalmOptions, signal: AbortSignal) => {
    const light = (Math.min(before.brightness, options.brightness) * DIP) / 100
    running.apply({ ...options, brightness: light }, ({ movesLayout }) => !movesLayout)
    await wait(FADE_MS, signal)
    if (!signal.aborted) moveInPlace(options, ({ movesLayout }) => movesLayout)
  }

  const showGently = async (before: CalmOptions, options: CalmOptions, signal: AbortSignal) => {
    const duration = duskFadeMs(options.dusk - running.value('dusk'))
    adoptSheet(page, fadeRules(page, duration), signal)
    if (running.wouldMove(options)) await moveInTheDark(before, options, signal)
    if (signal.aborted) return
    running.apply(options)
    await wait(duration + SLACK_MS, signal)
  }

  return {
    show(wanted, gently) {
      const options = wanted ?? NEUTRAL_OPTIONS
      if (gently && OPTION_IDS.every(id => options[id] === target[id])) return
      const before = target
      target = options
      change.abort()
      const mine = new AbortController()
      change = mine
      if (gently && !page.hidden) void showGently(before, options, mine.signal).then(() => mine.abort())
      else if (running.wouldMove(options)) moveInPlace(options)
      else running.apply(options)
    },
    leftovers: () => running.leftovers(),
  }
}

/**
 * How long a change of light takes that may come with steps of the evening. Many of them at once, after a sleep for
 * instance, take no more than a tenth of a white page's light a second.
 */
function duskFadeMs(steps: number): number {
  return FADE_MS * Math.min(Math.max(1, Math.abs(steps)), 10)
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
