/** How lines follow each other: from the top down, or in columns. */
export type WritingMode = 'horizontal-tb' | 'vertical-rl' | 'vertical-lr'

/** An article as it was found on a page. `html` is the page's own: nothing may show it before it has been sanitised. */
export interface Article {
  readonly title: string
  readonly byline: string
  /** As `lang` wants it; empty where the page does not say. */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly writingMode: WritingMode
  readonly html: string
}

/** What a page answers when it is asked for its article. */
export interface Extraction {
  /** The page's address, without what comes after `#`. */
  readonly url: string
  /** Null where none was found. */
  readonly article: Article | null
}
