import { useEffect, useRef } from 'preact/hooks'
import { passageWith } from '@/utils/reader/find-text'
import { onShown, placeIn, showLivePage, showTextIn } from '@/utils/reader/live-page'
import type { Text } from './use-reader'

/**
 * Keeps the place when the person goes back and forth between page and reader, by the text in view.
 *
 * @returns what goes to the page, at the passage that is shown first.
 */
export function usePageSync({ page, passages, top }: Text, passage: number, goTo: (passage: number) => void) {
  /** Where the page stood when it was last in step with the reader. */
  const inStep = useRef(top)

  useEffect(
    () =>
      onShown(async () => {
        const place = await placeIn(page)
        if (!place || place.top === inStep.current) return
        inStep.current = place.top
        const index = passageWith(passages, place.text)
        if (index >= 0) goTo(index)
      }),
    [page, passages, goTo],
  )

  return async () => {
    const text = passages
      .slice(passage, passage + 4)
      .map(({ text }) => text)
      .join(' ')
    // At its beginning the reader says nothing of where on the page the person wants to be.
    const shown = passage > 0 ? await showTextIn(page, text) : null
    inStep.current = shown ?? (await placeIn(page))?.top ?? inStep.current
    await showLivePage(page).catch(() => undefined)
  }
}
