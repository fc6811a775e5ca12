import { setTimeout as delay } from 'node:timers/promises'
import { differingShare, luminances, pixelsOf } from './pixels'

/** A picture, and the two moments between which it was taken, in seconds. */
export interface Shot {
  readonly from: number
  readonly to: number
  readonly png: Uint8Array
}

/** Something that fades, as it is watched. What is gone has neither a picture nor a step more: null. */
export interface Watched {
  take(): Promise<Uint8Array | null>
  /** Lets this time pass for its fades, milliseconds; says how many of them are still under way. */
  step(ms: number): Promise<number | null>
}

/** Of the clock that is driven, in seconds: two of them are what the law is about. */
const STEP_S = 0.5
/** Nothing of Luwte's takes longer, in seconds. */
const LONGEST_S = 60

const EVERY_MS = 250
/** A picture that has not changed for so long stands still, in seconds. */
const STILL_S = 2

/**
 * Sets fades going and takes a picture of every half second of them, by a clock of their own, until all have ended, or for
 * so many seconds.
 */
export async function stepThrough(
  watched: Watched,
  begin: () => Promise<unknown>,
  seconds = LONGEST_S,
): Promise<Shot[]> {
  const shots: Shot[] = []
  let endedFor = Number.NEGATIVE_INFINITY
  const first = await watched.take()
  if (first) shots.push({ from: 0, to: 0, png: first })
  await begin()
  for (let at = STEP_S; at <= seconds && endedFor < 3; at += STEP_S) {
    const underWay = await watched.step(STEP_S * 1000)
    const png = await watched.take()
    if (underWay === null || !png) break
    shots.push({ from: at, to: at, png })
    // What follows the end of one begins by itself.
    endedFor = underWay > 0 ? 0 : endedFor + 1
  }
  return shots
}

/** Sets something going and takes pictures of it by the real clock, until it has changed and stands still again. */
export async function watchFade(watched: Watched, begin: () => Promise<unknown>): Promise<Shot[]> {
  const shots: Shot[] = []
  let changedAt = Number.POSITIVE_INFINITY
  for (;;) {
    const from = performance.now() / 1000
    const png = await watched.take()
    if (!png) return shots
    const before = shots.at(-1)
    shots.push({ from, to: performance.now() / 1000, png })
    if (!before) await begin()
    else if (differingShare(before.png, png) > 0) changedAt = from
    if (from > changedAt + STILL_S) return shots
    await delay(EVERY_MS)
  }
}

/**
 * How much light any one pixel gained or lost at least, a second, over any stretch of a second or little more. A share of
 * full luminance. A picture that was slow to take makes no change look faster than it was.
 */
export function greatestChange(shots: readonly Shot[]): number {
  const lights = shots.map(({ png }) => luminances(png))
  let greatest = 0
  shots.forEach(({ from }, earlier) => {
    const later = shots.findIndex(shot => shot.from >= from + 1)
    const [then, now, shot] = [lights[earlier], lights[later], shots[later]]
    if (!then || !now || !shot) return
    let most = 0
    for (let pixel = 0; pixel < now.length; pixel++) {
      const change = Math.abs((now[pixel] ?? 0) - (then[pixel] ?? 0))
      if (change > most) most = change
    }
    greatest = Math.max(greatest, most / (shot.to - from))
  })
  return greatest
}

/** How many seconds pass between the first change and the last, at least. */
export function duration(shots: readonly Shot[]): number {
  const changing = shots.flatMap((shot, index) => {
    const before = shots[index - 1]
    return before && Buffer.compare(before.png, shot.png) !== 0 ? [{ before, shot }] : []
  })
  return (changing.at(-1)?.before.from ?? 0) - (changing[0]?.shot.to ?? 0)
}

/** The share of channels that ever go anywhere else than from the first picture towards the last: what moves. */
export function strayShare(shots: readonly Shot[]): number {
  const pictures = shots.map(({ png }) => pixelsOf(png).data)
  const [first, last] = [pictures[0], pictures.at(-1)]
  if (!first || !last) throw new Error('no pictures')
  const strays = new Set<number>()
  for (const picture of pictures) {
    for (let at = 0; at < first.length; at++) {
      const [from = 0, to = 0, now = 0] = [first[at], last[at], picture[at]]
      if ((now < from - 3 && now < to - 3) || (now > from + 3 && now > to + 3)) strays.add(at)
    }
  }
  return strays.size / first.length
}

/**
 * How far apart pixels ever are on their way from the darkest picture to the lightest: 0 when all of them gain and lose
 * light together, 1 when an edge passes. Of pixels that change by enough for that to be told.
 */
export function unevenness(shots: readonly Shot[]): number {
  const lights = shots.map(({ png }) => luminances(png))
  const sums = lights.map(light => light.reduce((sum, one) => sum + one, 0))
  const darkest = pixelsOf(shots[sums.indexOf(Math.min(...sums))]?.png ?? new Uint8Array()).data
  const lightest = pixelsOf(shots[sums.indexOf(Math.max(...sums))]?.png ?? new Uint8Array()).data
  const telling = [...lightest.keys()].filter(at => (lightest[at] ?? 0) - (darkest[at] ?? 0) >= 40)
  if (telling.length === 0) throw new Error('nothing gained light')
  const spreads = shots.map(({ png }) => {
    const { data } = pixelsOf(png)
    const way = telling.map(at => {
      const from = darkest[at] ?? 0
      return ((data[at] ?? 0) - from) / ((lightest[at] ?? 0) - from)
    })
    return Math.max(...way) - Math.min(...way)
  })
  return Math.max(...spreads)
}
