import { setTimeout as delay } from 'node:timers/promises'
import { differingShare, meanLuminance } from '../tests/e2e/harness/pixels'
import type { Stage } from './stage'

/** Longer than the demo page's slides stay, so that their change is always seen. */
const SECONDS = 3

/** What a person feels of a page, as numbers. */
interface Measures {
  /** Mean relative luminance, 0 to 1. */
  readonly light: number
  /** Share of the picture that changes from one second to the next, 0 to 1; the mean of some seconds. */
  readonly motion: number
  /** Height of a line of the page's own text, in px. */
  readonly textHeight: number
}

export interface Tour {
  readonly before: Measures
  readonly after: Measures
  readonly pictures: Readonly<Record<'before' | 'after' | 'popup', Uint8Array>>
}

/** Looks at the page, turns calm mode on, loads the page anew, and looks again. */
export async function takeTour(stage: Stage): Promise<Tour> {
  const before = await look(stage)
  const popup = await stage.turnCalmOn()
  // Timers that ran before calm mode came are held from the next load on.
  await stage.reload()
  // What still moves in spite of calm mode is for the numbers to say.
  await stage.settle().catch(() => {})
  const after = await look(stage)
  return {
    before: before.measures,
    after: after.measures,
    pictures: { before: before.picture, after: after.picture, popup },
  }
}

async function look(stage: Stage): Promise<{ measures: Measures; picture: Uint8Array }> {
  const picture = await stage.picture()
  let motion = 0
  let last = picture
  for (let second = 0; second < SECONDS; second++) {
    await delay(1000)
    const next = await stage.picture()
    motion += differingShare(last, next) / SECONDS
    last = next
  }
  const textHeight = await stage.ask(() => {
    const line = document.createRange()
    line.selectNodeContents(document.querySelector('.byline') ?? document.body)
    return line.getClientRects()[0]?.height ?? 0
  })
  return { measures: { light: meanLuminance(picture), motion, textHeight }, picture }
}

/** Says in words what calm mode did, one line for each thing it is there for. */
export function describe({ before, after }: Tour): string[] {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  const px = (height: number) => `${height.toFixed(1)} px`
  return [
    line(after.light < before.light, 'dimmer', 'light', percent(before.light), percent(after.light)),
    line(after.motion < before.motion, 'stiller', 'motion', percent(before.motion), percent(after.motion)),
    line(
      after.textHeight > before.textHeight,
      'larger text',
      'a line of text',
      px(before.textHeight),
      px(after.textHeight),
    ),
  ]
}

/** Whether calm mode changed anything at all. */
export const calmed = ({ before, after }: Tour): boolean =>
  after.light < before.light || after.motion < before.motion || after.textHeight > before.textHeight

const line = (done: boolean, word: string, measure: string, from: string, to: string): string =>
  `  ${done ? word : `not ${word}`}: ${measure} ${from} before, ${to} after`
