import { useLayoutEffect } from 'preact/hooks'
import type { Article, WritingMode } from '@/utils/reader/article'

interface Steps {
  /** How the article runs: the arrow that points onwards goes on. */
  readonly runs: Pick<Article, 'dir' | 'writingMode'>
  step(by: 1 | -1): void
  stop(): void
}

/** Which elements have a use of their own for every key, and which for those that press them. */
const TAKES_KEYS = 'input, select, textarea'
const IS_PRESSED = 'button, summary, a[href]'

/** One key goes on: Space, or what else turns a page. Esc stops the voice. Where all is shown at once, keys scroll. */
export function useSteps(turnsPages: boolean, { runs, step, stop }: Steps): void {
  const { dir, writingMode } = runs
  const onwards = dir === 'rtl' || writingMode === 'vertical-rl' ? 'left' : 'right'
  // Before the next key can come: one that is held down goes on a portion at a time.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') stop()
      const by = turnsPages && isFree(event) ? stepOf(event, onwards) : 0
      if (by === 0) return
      event.preventDefault()
      if (!scrolls(by, writingMode)) step(by)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [turnsPages, onwards, writingMode, step, stop])
}

/** Whether neither the browser nor what has the focus has a use for the key. */
function isFree({ key, ctrlKey, altKey, metaKey, defaultPrevented, target }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey || defaultPrevented) return false
  const presses = key === ' ' || key === 'Enter'
  return !(target instanceof Element && target.closest(presses ? `${TAKES_KEYS}, ${IS_PRESSED}` : TAKES_KEYS))
}

function stepOf({ key, shiftKey }: KeyboardEvent, onwards: 'right' | 'left'): 1 | -1 | 0 {
  if (key === ' ') return shiftKey ? -1 : 1
  if (key === 'PageDown' || key === 'Enter') return 1
  if (key === 'PageUp') return -1
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return 0
  return (key === 'ArrowRight') === (onwards === 'right') ? 1 : -1
}

/** Moves on within what is too large for the screen. @returns whether there was anything left to move to. */
function scrolls(by: 1 | -1, writingMode: WritingMode): boolean {
  const places = [document.querySelector('main'), document.scrollingElement]
  for (const place of places) {
    if (!place) continue
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = place
    place.scrollBy({ ...onwardsIn(writingMode, by * 0.9, clientWidth, clientHeight), behavior: 'instant' })
    if (Math.abs(place.scrollTop - scrollTop) + Math.abs(place.scrollLeft - scrollLeft) > 2) return true
  }
  return false
}

/** @returns how far a number of screens is, in the direction in which lines follow each other. */
function onwardsIn(writingMode: WritingMode, screens: number, width: number, height: number) {
  if (writingMode === 'horizontal-tb') return { top: screens * height }
  return { left: (writingMode === 'vertical-rl' ? -screens : screens) * width }
}
