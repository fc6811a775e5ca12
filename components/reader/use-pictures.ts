import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { givePixels, takePixels } from '@/utils/reader/fill-pictures'
import type { ArticleWords } from '@/utils/reader/sanitise'
import type { Text } from './use-reader'

/** Shows the article's pictures once their pixels have been taken from the page, also in the part that is in view. */
export function usePictures(
  { page, content }: Text,
  view: RefObject<HTMLElement | null>,
  words: ArticleWords,
): void {
  useEffect(() => {
    void takePixels(page, content, (address, pixels) => {
      givePixels(content, address, pixels, words)
      if (view.current && !view.current.contains(content)) givePixels(view.current, address, pixels, words)
    })
  }, [page, content, view, words])
}
