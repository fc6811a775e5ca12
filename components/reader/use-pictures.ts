import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { fillPictures, givePixels } from '@/utils/reader/fill-pictures'
import type { Text } from './use-reader'

/** Shows the article's pictures once their pixels have been taken from the page, also in the part that is in view. */
export function usePictures({ page, content }: Text, view: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    void fillPictures(page, content, (address, pixels) => {
      if (view.current) givePixels(view.current, address, pixels)
    })
  }, [page, content, view])
}
