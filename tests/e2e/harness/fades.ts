import { setTimeout as delay } from 'node:timers/promises'
import { luminances, pixelsOf } from './pixels'

/** A picture, and the two moments between which it was taken, in seconds. */
interface Shot {
  readonly from: number
  readonly to: number
  readonly png: Uint8Array
}

const EVERY_MS = 250

/** Takes pictures for some seconds of what never stands still. */
export async function watchFor(take: () => Promise<Uint8Array>, seconds: number): Promise<Shot[]> {
  const shots: Shot[] = []
  const start = performance.now() / 1000
  for (let from = start; from < start + seconds; from = performance.now() / 1000) {
    const png = await take()
    shots.push({ from, to: performance.now() / 1000, png })
    await delay(EVERY_MS)
  }
  return shots
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
    const most = now.reduce((most, light, pixel) => Math.max(most, Math.abs(light - (then[pixel] ?? 0))), 0)
    greatest = Math.max(greatest, most / (shot.to - from))
  })
  return greatest
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
