/** How long the sound lasts, seconds; it comes for as long as it takes to notice a lamp being turned up, and goes slower. */
const TONE_SECONDS = 5
const COMES_SECONDS = 2

/** The loudest it gets, as a share of full scale: about -26 dB. */
export const TONE_PEAK = 0.05

/** A low fifth, in Hz, and how much of each: nothing sharp, nothing that sounds like an alarm. */
const PARTIALS = [
  [196, 0.7],
  [294, 0.3],
] as const

/**
 * The one sound of Luwte's. It has no onset: it grows out of silence and goes back into it, so that nobody starts.
 *
 * @param rate samples a second.
 * @returns samples from -1 to 1.
 */
export function softTone(rate: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: Math.round(TONE_SECONDS * rate) }, (_, index) => {
    const at = index / rate
    const wave = PARTIALS.reduce((sum, [hertz, share]) => sum + share * Math.sin(2 * Math.PI * hertz * at), 0)
    return TONE_PEAK * loudness(at) * wave
  })
}

/** From 0 to 1 and back, without a corner. */
function loudness(at: number): number {
  const share = at < COMES_SECONDS ? at / COMES_SECONDS : (TONE_SECONDS - at) / (TONE_SECONDS - COMES_SECONDS)
  return (1 - Math.cos(Math.PI * share)) / 2
}
