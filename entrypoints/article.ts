import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import type { Extraction } from '@/utils/reader/article'
import { extractArticle } from '@/utils/reader/page/extract'

/** Runs in a page when the person asks to read it calmly; answers with its article and leaves nothing behind. */
interface ArticleWorld {
  /** The part that the person picked on this site, told beforehand. */
  part?: string | null
}

export default defineUnlistedScript({
  globalName: false,
  main(): Extraction {
    const { part = null } = globalThis as ArticleWorld
    const url = location.href.replace(/#.*/s, '')
    return { url, article: extractArticle(document, part) }
  },
})
