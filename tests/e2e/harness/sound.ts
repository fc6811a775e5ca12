import { expect } from 'vitest'
import { TONE_PEAK } from '../../../utils/sound/tone'

/** What is heard of a document, as it goes to the loudspeaker. */
export interface Heard {
  /** The greatest sample of each stretch of about a tenth of a second, in order. */
  readonly peaks: number[]
  /** The document that sounded has wanted to close. */
  closed: boolean
}

/**
 * Listens to all that a document plays by Web Audio from now on, and keeps it open. Runs in one of Luwte's own.
 *
 * @param view the document's window; the one it runs in when left out.
 */
export function listenIn(view: typeof globalThis = globalThis): void {
  const heard: Heard = { peaks: [], closed: false }
  Object.assign(view, {
    heard,
    close: () => {
      heard.closed = true
    },
  })
  type Connect = (this: AudioNode, to: AudioNode) => AudioNode
  const connect = view.AudioNode.prototype.connect as Connect
  const connectWithEar: Connect = function (to) {
    const { context } = this
    if (to !== context.destination) return connect.call(this, to)
    const ear = (context as AudioContext).createScriptProcessor(4096, 1, 1)
    ear.onaudioprocess = ({ inputBuffer }) => {
      heard.peaks.push(inputBuffer.getChannelData(0).reduce((most, one) => Math.max(most, Math.abs(one)), 0))
    }
    connect.call(this, ear)
    connect.call(ear, context.destination)
    return connect.call(this, to)
  }
  Object.assign(view.AudioNode.prototype, { connect: connectWithEar })
}

/** Five seconds that grow out of silence and go back into it, at a level that startles nobody. */
export function expectSoftSound(peaks: readonly number[]): void {
  const loudest = Math.max(...peaks)
  expect(loudest).toBeGreaterThan(TONE_PEAK / 2)
  expect(loudest).toBeLessThanOrEqual(TONE_PEAK * 1.001)
  expect(peaks[0]).toBeLessThan(TONE_PEAK / 20)
  expect(peaks.at(-1)).toBeLessThan(TONE_PEAK / 20)
  peaks.slice(1).forEach((peak, i) => {
    expect(Math.abs(peak - (peaks[i] ?? 0))).toBeLessThan(TONE_PEAK / 5)
  })
}
