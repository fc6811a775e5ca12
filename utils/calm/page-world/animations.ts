import { listenAfter, replaceMethod } from './disguise'
import { apply, type Callable } from './natives'

const promiseThen = Promise.prototype.then as Callable

/** What starts an animation, or lets it go on. */
const STARTS = ['play', 'reverse', 'updatePlaybackRate']

/** Tells of animations that scripts start, and of view transitions. */
export function tellOfAnimations(
  view: Window & typeof globalThis,
  listener: { began(): void; transitioned(): void; mayHurry(): boolean },
): void {
  listenAfter(view.Element.prototype, 'animate', listener.began)
  for (const name of STARTS) listenAfter(view.Animation.prototype, name, listener.began)
  replaceMethod(view.Document.prototype, 'startViewTransition', (native, self, args) => {
    listener.transitioned()
    const transition = apply(native, self, args) as ViewTransition
    // Brought forward, the next one comes before this one has begun: that is no fault of the page's.
    if (listener.mayHurry()) apply(promiseThen, transition.ready, [undefined, ignore])
    return transition
  })
}

function ignore(): void {}
