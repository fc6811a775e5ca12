/**
 * Tells what waits for the end of a transition that it has come, where the transition does not run because what would
 * have moved is held: a slideshow that waits for it before its next slide would wait for ever, even when it is let go.
 */
export class AwaitedEnds {
  /** What calls each waiting off, by element and property. */
  readonly #awaited = new WeakMap<Element, Map<string, () => void>>()

  /** A held property of an element has been given another value. */
  await(element: Element, property: string): void {
    const ms = transitionTime(element, property)
    if (ms === 0) return
    const awaited = this.#awaited.get(element) ?? new Map<string, () => void>()
    this.#awaited.set(element, awaited)
    // A transition that sets out anew ends once.
    awaited.get(property)?.()
    const end = () => {
      done()
      // One that stands still there tells it by itself, and is gone when what is held is let go: it knows an earlier style.
      const standing = element.getAnimations().find(animation => isOf(animation, property))
      if (standing) {
        standing.finish()
        return
      }
      const init = { bubbles: true, propertyName: property, elapsedTime: ms / 1000 }
      element.dispatchEvent(new TransitionEvent('transitionend', init))
    }
    // One that ran all the same has told so itself.
    const heard = (event: Event) => {
      if (event.isTrusted && (event as TransitionEvent).propertyName === property) done()
    }
    const done = () => {
      clearTimeout(timer)
      element.removeEventListener('transitionend', heard)
      awaited.delete(property)
    }
    const timer = setTimeout(end, ms)
    element.addEventListener('transitionend', heard)
    awaited.set(property, done)
  }
}

const isOf = (animation: Animation, property: string): boolean =>
  animation instanceof CSSTransition &&
  animation.transitionProperty === property &&
  animation.playState === 'running'

/** @returns how long a change of a property takes by its transition, in milliseconds; 0 when there is none. */
function transitionTime(element: Element, property: string): number {
  const { transitionProperty, transitionDuration, transitionDelay } = getComputedStyle(element)
  const at = transitionProperty
    .split(', ')
    .findLastIndex(name => name === 'all' || property === name || property.startsWith(`${name}-`))
  if (at < 0) return 0
  const duration = msAt(transitionDuration, at)
  return duration > 0 ? Math.max(0, duration + msAt(transitionDelay, at)) : 0
}

/** Lists of times are repeated as often as there are properties. */
function msAt(times: string, at: number): number {
  const all = times.split(', ')
  return Number.parseFloat(all[at % all.length] ?? '') * 1000 || 0
}
