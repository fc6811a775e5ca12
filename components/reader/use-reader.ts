import { useCallback, useEffect, useState } from 'preact/hooks'
import { askReaderState } from '@/utils/messaging/first-questions'
import { request } from '@/utils/messaging/request'
import type { Article } from '@/utils/reader/article'
import {
  extractFrom,
  findLivePage,
  type LivePage,
  pickIn,
  placeIn,
  showLivePage,
} from '@/utils/reader/live-page'
import type { PickWords } from '@/utils/reader/page/pick-words'
import { type Passage, passagesOf } from '@/utils/reader/passages'
import type { ReaderChoice, ReaderPreferences } from '@/utils/reader/preferences'
import type { ReaderState } from '@/utils/reader/reader-state'
import { type ArticleWords, sanitise } from '@/utils/reader/sanitise'
import { onPartsChanged } from '@/utils/reader/store'

/** An article, ready to be shown. */
export interface Text {
  readonly page: LivePage
  readonly article: Article
  /** All of it, not in the page: what is shown is copied from it. */
  readonly content: HTMLElement
  readonly passages: readonly Passage[]
  /** What the person was reading on the page; empty at its top. */
  readonly inView: string
  /** The page's scroll offset then, CSS pixels. */
  readonly top: number
  readonly state: ReaderState
}

/** Why there is nothing to read. */
export type Lack = 'noPage' | 'noAccess' | 'noArticle'

export interface Reader {
  /** Null until it was taken from the page. */
  readonly text: Text | null
  readonly lack: Lack | null
  /** The page, where it is open. */
  readonly page: LivePage | null
  readonly url: string
  readonly preferences: ReaderPreferences | null
  choose(choice: ReaderChoice): void
  retry(): void
  /** Goes to the page as it stands. */
  showPage(): void
  /** Lets the person pick a part of the page there. */
  pick(): void
}

/** What is said on the article and in its page. */
export interface ReaderWords extends ArticleWords {
  readonly pick: PickWords
}

type Found = Pick<Reader, 'text' | 'lack' | 'page' | 'url'>

const NOTHING_YET: Found = { text: null, lack: null, page: null, url: '' }

/** The article that the reader's address names, taken from its page, and what the person chose for reading it. */
export function useReader(search: string, words: ReaderWords): Reader {
  const [found, setFound] = useState(NOTHING_YET)
  const [preferences, setPreferences] = useState<ReaderPreferences | null>(null)

  const take = useCallback(async () => {
    // As soon as the page is known, for what else there is to ask about it.
    const found = await find(search, words, page => setFound(now => (now.text ? now : { ...now, page })))
    setFound(found)
    if (found.text) setPreferences(now => now ?? found.text?.state.preferences ?? null)
  }, [search, words])

  useEffect(() => {
    void take()
    return onPartsChanged(() => void take())
  }, [take])

  return {
    ...found,
    preferences,
    choose(choice) {
      // At once, as it will be; the background keeps it.
      const given = Object.entries(choice).filter(([, value]) => value !== undefined)
      setPreferences(now => now && { ...now, ...Object.fromEntries(given) })
      void request('reader.choose', { choice }).catch(() => undefined)
    },
    retry: () => void take(),
    showPage: () => void (found.page && showLivePage(found.page)),
    pick: () => void (found.page && pickIn(found.page, words.pick)),
  }
}

async function find(search: string, words: ArticleWords, known: (page: LivePage) => void): Promise<Found> {
  const { tabId, url } = await findLivePage(search)
  if (tabId === null) return { text: null, lack: 'noPage', page: null, url }
  const page: LivePage = { tabId, url }
  known(page)
  try {
    const state = await askReaderState(url)
    const [{ article }, place] = await Promise.all([extractFrom(page, state.part), placeIn(page)])
    if (!article) return { text: null, lack: 'noArticle', page, url }
    const content = sanitise(article, url, words)
    const passages = passagesOf(content, article.lang)
    const { text: inView = '', top = 0 } = place ?? {}
    return { text: { page, article, content, passages, inView, top, state }, lack: null, page, url }
  } catch {
    return { text: null, lack: 'noAccess', page, url }
  }
}
