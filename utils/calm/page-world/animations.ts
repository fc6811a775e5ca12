import { replaceMethod } from './disguise'
import { apply, type Callable } from './natives'

const promiseThen = Promise.prototype.then as Callable

/** What starts an animation, or lets it go on. */
const STARTS = ['play', 'reverse', 'updatePlaybackRate']

/** Tells of animations that scripts start, and of view transitions. */
export function tellOfAnimations(
  view: Window & typeof globalThis,
  listener: { began(): void; transitioned(): void; mayHurry(): boolean },
): void {
  replaceMethod(view.Element.prototype, 'animate', (native, self, args) => {
    const result = apply(native, self, args)
    listener.began()
    return result
  })
  for (let at = 0; at < STARTS.length; at++) {
    replaceMethod(view.Animation.prototype, STARTS[at] as string, (native, self, args) => {
      const result = apply(native, self, args)
      listener.began()
      return result
    })
  }
  replaceMethod(view.Document.prototype, 'startViewTransition', (native, self, args) => {
    listener.transitioned()
    const transition = apply(native, self, args) as ViewTransition
    // Brought forward, the next one comes before this one has begun: that is no fault of the page's.
    if (listener.mayHurry()) apply(promiseThen, transition.ready, [undefined, ignore])
    return transition
  })
}

function ignore(): void {}
