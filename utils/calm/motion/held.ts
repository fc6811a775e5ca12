import { BEFORE_END_MS, timeOf, timingOf } from './timing'

/** So slow that it stands still, and yet `finish()` keeps working, as it would not at a rate of 0. */
const STANDSTILL = 1e-9

/** How often a held CSS animation is taken a cycle on right away, for pages that wait for `animationiteration`. */
const FIRST_STEPS = 3

interface Hold {
  /** Where it stood, in ms of its own time. */
  from: number
  readonly since: number
  readonly pace: number
  readonly standstill: number
  steps: number
  stepped: number
  timer?: ReturnType<typeof setTimeout>
}

/**
 * The animations that are made to stand still, each of which can play on from where it was.
 *
 * They are held by their pace and not by `pause()`: that would cut a CSS animation off from its
 * `animation-play-state` for good.
 */
export class HeldAnimations {
  readonly #holds = new Map<Animation, Hold>()

  /** @param onDue called when one is let go because its end is due: the page may start another then */
  constructor(private readonly onDue: () => void) {}

  /** @returns whether it is held, and nobody made it move or end since. */
  has(animation: Animation): boolean {
    const hold = this.#holds.get(animation)
    if (!hold) return false
    const endless = timingOf(animation)?.end === Number.POSITIVE_INFINITY
    if (animation.playbackRate === hold.standstill && endless === (hold.standstill === 0)) return true
    this.#drop(animation, hold)
    return false
  }

  /** Makes an animation stand still at `time`. One that ends is let go when its end is `due`, in ms. */
  hold(animation: Animation, from: number, time: number, due?: number): void {
    const endless = timingOf(animation)?.end === Number.POSITIVE_INFINITY
    const now = performance.now()
    const hold: Hold = {
      from,
      since: now,
      pace: animation.playbackRate,
      standstill: endless ? 0 : STANDSTILL,
      steps: endless && animation instanceof CSSAnimation ? FIRST_STEPS : 0,
      stepped: now,
    }
    animation.playbackRate = hold.standstill
    animation.currentTime = time
    if (due !== undefined) {
      hold.timer = setTimeout(() => {
        this.#drop(animation, hold)
        this.onDue()
      }, due)
    }
    this.#holds.set(animation, hold)
  }

  /**
   * Takes endless CSS animations a whole cycle on, which shows nothing and fires `animationiteration`; never more often
   * than they would by themselves after the first few.
   * @returns whether there are more steps to come in the next frames
   */
  step(now: number): boolean {
    let more = false
    for (const [animation, hold] of this.#holds) {
      const cycle = timingOf(animation)?.cycle ?? 0
      const first = hold.steps > 0
      if (!(animation instanceof CSSAnimation) || hold.standstill !== 0 || cycle <= 0) continue
      if (!first && now - hold.stepped < cycle / Math.abs(hold.pace)) continue
      if (first) hold.steps--
      hold.stepped = now
      hold.from += cycle
      animation.currentTime = timeOf(animation) + cycle
      more ||= hold.steps > 0
    }
    return more
  }

  /** Lets go of what has left the page, so that it is neither kept in memory nor changed for good. */
  prune(): void {
    for (const [animation, hold] of this.#holds) {
      const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null
      if (isOver(animation) || !target?.isConnected) this.#drop(animation, hold)
    }
  }

  release(): void {
    for (const [animation, hold] of this.#holds) this.#drop(animation, hold)
  }

  /** Gives an animation its pace and its time back, unless the page has set its own since. */
  #drop(animation: Animation, hold: Hold): void {
    clearTimeout(hold.timer)
    this.#holds.delete(animation)
    if (animation.playbackRate !== hold.standstill) return
    animation.playbackRate = hold.pace
    if (isOver(animation)) return
    const { end = 0 } = timingOf(animation) ?? {}
    const passed = hold.standstill === 0 ? 0 : (performance.now() - hold.since) * hold.pace
    animation.currentTime = Math.min(hold.from + passed, Math.max(hold.from, end - BEFORE_END_MS))
  }
}

const isOver = ({ playState }: Animation): boolean => playState === 'idle' || playState === 'finished'
