import { type Looker, lookBeforePaint } from './looks'
import { oncePerPage } from './once-per-page'
import { AnimationStiller } from './still-animations'
import { DrawingStiller } from './still-drawings'
import { MarqueeStiller } from './still-marquees'

/** Stills one kind of motion wherever it is found. */
export interface Stiller extends Looker {
  /** Gives motion back to everything it stilled. */
  release(): void
}

/** Stills what moves in a page by declaration, now and later, until `signal` aborts. */
export const stillMotion = oncePerPage((page, signal) => {
  const stillers = [new AnimationStiller(() => lookAgain()), new DrawingStiller(), new MarqueeStiller()]
  const look: Looker['look'] = (roots, grown) =>
    stillers.map(stiller => stiller.look(roots, grown)).includes(true)
  const input = () => {
    for (const stiller of stillers) stiller.input()
  }
  const lookAgain = lookBeforePaint(page, { look, input }, signal)
  signal.addEventListener('abort', () => {
    for (const stiller of stillers) stiller.release()
  })
})
