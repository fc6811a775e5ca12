import type { Root } from '../page/roots'
import { HeldAnimations } from './held'
import { CYCLE_SHARES, mostVisible } from './most-visible'
import { Restarts } from './restarts'
import { ScrollDriven } from './scroll-driven'
import type { Stiller } from './still-motion'
import { BEFORE_END_MS, keyframesOf, nameOf, type Timing, timeOf, timingOf } from './timing'
import { visibleAreaOf, visibleContentsOf } from './visible-area'

/** What still has this long to go is ended when its time has come, because a page may use it as a clock. */
const CLOCK_MS = 1500

/** What takes this long moves nothing that an eye could see; pages use it to keep a style from ever changing. */
const UNSEEN_MS = 600_000

/** A share of what is to be seen that nobody misses. */
const ROUNDING = 0.01

interface Moving {
  readonly animation: Animation
  readonly timing: Timing
}

/**
 * Stills every animation and transition of a page: what ends is brought to its end, with the events that go with it;
 * what is endless is held where most of it is visible. Once released, what was held plays on.
 */
export class AnimationStiller implements Stiller {
  readonly #held: HeldAnimations
  readonly #scrollDriven = new ScrollDriven()
  readonly #restarts = new Restarts()
  /** Where each group rests, for members that come later. */
  readonly #rests = new Map<string, number>()

  /** @param lookAgain asks for a look at every root before the next paint */
  constructor(lookAgain: () => void) {
    this.#held = new HeldAnimations(lookAgain)
  }

  look(roots: ReadonlySet<Root>): boolean {
    const now = performance.now()
    this.#restarts.begin()
    this.#held.prune()
    this.#scrollDriven.prune()
    const endless = new Map<string, Moving[]>()
    let again = false
    for (const animation of [...roots].flatMap(root => root.getAnimations())) {
      if (this.#held.has(animation) || animation.playState !== 'running' || isLeftAlone(animation)) continue
      if (ScrollDriven.is(animation)) again = this.#scrollDriven.hold(animation) || again
      const timing = timingOf(animation)
      if (!timing) continue
      if (timing.end === Number.POSITIVE_INFINITY)
        addTo(endless, groupOf(animation, timing), { animation, timing })
      else again = this.#end(animation, timing, now) || again
    }
    for (const [key, group] of endless) this.#holdTogether(key, group)
    return this.#held.step(now) || again
  }

  input(): void {
    this.#restarts.forget()
  }

  release(): void {
    this.#held.release()
    this.#scrollDriven.release()
  }

  /** Ends an animation, now or when it is due. @returns whether it is now, on which the page may start another. */
  #end(animation: Animation, timing: Timing, now: number): boolean {
    const from = timeOf(animation)
    if (animation instanceof CSSTransition && from < timing.delay) return false
    const rest = timing.end - BEFORE_END_MS
    const forward = animation.playbackRate > 0
    if (forward ? from >= rest : from <= BEFORE_END_MS) return false
    const left = (timing.end - from) / animation.playbackRate
    const row = this.#restarts.count(animation, now)
    if (row !== 'few') {
      const unseen = row === 'same' ? unseenTime(animation, timing) : null
      if (unseen === null) this.#held.hold(animation, from, standingTime(animation, timing))
      else this.#held.hold(animation, from, unseen, left)
      return false
    }
    const time = left > CLOCK_MS ? restingTime(animation, timing) : rest
    if (mustWait(left, timing.stays || time !== rest)) {
      this.#held.hold(animation, from, time, left)
      return false
    }
    animation.currentTime = forward ? rest : BEFORE_END_MS
    return true
  }

  /** Members keep to each other as the page means them to: of a row of slides, one is visible. */
  #holdTogether(key: string, group: readonly Moving[]): void {
    const from = group.map(({ animation }) => timeOf(animation))
    const [first] = group
    if (!first) return
    const { cycle } = first.timing
    const delay = Math.max(...group.map(({ timing }) => timing.delay))
    const passed = Math.max(0, (from[0] ?? 0) - delay)
    const start = delay + Math.floor(passed / cycle) * cycle
    const timeAt = (share: number) => start + share * cycle
    const goTo = (share: number) => {
      for (const { animation } of group) animation.currentTime = timeAt(share)
    }
    const time = this.#rests.get(key) ?? timeAt(mostVisible(areasOf(group), goTo, CYCLE_SHARES))
    this.#rests.set(key, time)
    group.forEach(({ animation }, index) => {
      this.#held.hold(animation, from[index] ?? 0, time)
    })
  }
}

/**
 * Whether an animation is ended when it is due, and not at once.
 * @param left until then, in milliseconds
 * @param differs whether it shows something else until then than after
 */
function mustWait(left: number, differs: boolean): boolean {
  // While a page loads, the script that waits for the end may not be there yet.
  const early = document.readyState !== 'complete'
  return left > 0 && (early || (left > CLOCK_MS && differs))
}

/** @returns where to wait for the end: at the end itself, unless next to nothing is visible there. */
function restingTime(animation: Animation, timing: Timing): number {
  const start = Math.max(0, timing.delay)
  const timeAt = (share: number) => start + share * (timing.end - BEFORE_END_MS - start)
  const goTo = (share: number) => {
    animation.currentTime = timeAt(share)
  }
  const pace = animation.playbackRate
  // The clock goes on meanwhile, and must not carry it over its end.
  animation.playbackRate = 0
  const share = mostVisible(areasOf([{ animation }]), goTo, [1, ...CYCLE_SHARES], 10)
  animation.playbackRate = pace
  return timeAt(share)
}

/**
 * @returns where an animation that a script has made can wait for its end, looking as its like has left its element; null
 * where there is no such time, or its style sheet may start it anew unseen.
 */
function unseenTime(animation: Animation, timing: Timing): number | null {
  const byStyle = animation instanceof CSSAnimation || animation instanceof CSSTransition
  if (byStyle || animation.playbackRate < 0) return null
  if (timing.stays) return timing.end - BEFORE_END_MS
  return animation.effect?.getTiming().fill === 'backwards' ? null : -1
}

/**
 * @returns where one of a row without end stands still: at its end, or where it starts when as much is to be seen there, as of
 * slides that go on by one.
 */
function standingTime(animation: Animation, timing: Timing): number {
  // A hair in, where what little it goes on does not show in what it comes to.
  const start = Math.max(0, timing.delay) + BEFORE_END_MS
  const end = timing.end - BEFORE_END_MS
  const effect = keyframesOf(animation)
  if (!effect || effect.pseudoElement) return end
  const area = visibleContentsOf(effect.target)
  const areaAt = (time: number) => {
    animation.currentTime = time
    return area()
  }
  const atStart = areaAt(start)
  return Math.abs(atStart - areaAt(end)) <= ROUNDING * atStart ? start : end
}

function areasOf(group: readonly Pick<Moving, 'animation'>[]): (() => number)[] {
  return group.flatMap(({ animation }) => {
    const effect = keyframesOf(animation)
    return effect ? [visibleAreaOf(effect.target, effect.pseudoElement)] : []
  })
}

/** Animations of one name and pace belong together; those without a name when they do the same. */
function groupOf(animation: Animation, { duration }: Timing): string {
  return `${duration}|${nameOf(animation) || JSON.stringify(keyframesOf(animation)?.getKeyframes())}`
}

/** Whether an animation does not move, moves unseen, or is the fade with which calm mode itself comes and goes. */
function isLeftAlone(animation: Animation): boolean {
  const effect = keyframesOf(animation)
  if (!effect || animation.playbackRate === 0) return true
  if ((timingOf(animation)?.duration ?? 0) >= UNSEEN_MS) return true
  if (!(animation instanceof CSSTransition) || animation.transitionProperty !== 'filter') return false
  return effect.target.matches(':root,:modal,:popover-open,:fullscreen')
}

function addTo<T>(groups: Map<string, T[]>, key: string, member: T): void {
  const group = groups.get(key)
  if (group) group.push(member)
  else groups.set(key, [member])
}
