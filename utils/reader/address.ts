/** @returns what the reader's address asks for: a tab, and the page in it, so that it can be found again. */
export function readerQuery(tabId: number, url: string): string {
  return `?${new URLSearchParams({ tab: String(tabId), page: articleUrl(url) })}`
}

/** @returns the address under which an article is known: what comes after `#` is a place in it. */
export const articleUrl = (url: string): string => url.replace(/#.*/s, '')
