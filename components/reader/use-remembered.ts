import { useEffect, useRef, useState } from 'preact/hooks'
import { request } from '@/utils/messaging/request'
import { bare } from '@/utils/reader/find-text'
import type { Passage } from '@/utils/reader/passages'
import { digestOf } from '@/utils/reader/places'
import type { Text } from './use-reader'

/** So many characters tell one passage from the others. */
const TELLING = 80

/** With those after it: many a short line stands in an article more than once. */
const digestOfPassage = (passages: readonly Passage[], index: number) =>
  digestOf(
    bare(
      passages
        .slice(index, index + 3)
        .map(({ text }) => text)
        .join(''),
    ).slice(0, TELLING),
  )

/**
 * Remembers where the person is in an article, for the weeks to come.
 *
 * @param passage the first that is shown.
 * @param atEnd nothing comes after what is shown: there is no place left to remember.
 * @returns the passage where they were an earlier time; null where nothing is remembered, or it is where they are.
 */
export function useRemembered(text: Text, passage: number, atEnd: boolean): number | null {
  const { page, passages, state } = text
  const [was, setWas] = useState<number | null>(null)
  const began = useRef(passage)

  useEffect(() => {
    let current = true
    if (state.place !== null) {
      void Promise.all(passages.map((_, index) => digestOfPassage(passages, index))).then(digests => {
        const index = digests.indexOf(state.place ?? '')
        if (current && index > 0) setWas(index)
      })
    }
    return () => {
      current = false
    }
  }, [passages, state])

  useEffect(() => {
    // Opening an article is not reading it: what was remembered stays until the person goes on.
    if (passage === began.current) return
    began.current = -1
    void Promise.all([digestOf(page.url), digestOfPassage(passages, passage)])
      .then(([article, words]) => request('reader.keepPlace', { article, words: atEnd ? null : words }))
      .catch(() => undefined)
  }, [page, passages, passage, atEnd])

  return was === passage ? null : was
}

/** Forgets every place in every article. */
export const forgetPlaces = (): Promise<null> => request('reader.forgetPlaces', {})

/** Lets Luwte find the article by itself again on a site. */
export const forgetPart = (url: string): Promise<null> => request('reader.forgetPart', { url })
