/** @returns what the reader's address asks for: a tab, and the page in it, so that it can be found again. */
export function readerQuery(tabId: number, url: string): string {
  return `?${new URLSearchParams({ tab: String(tabId), page: articleUrl(url) })}`
}

/** @returns the address under which an article is known: what comes after `#` is a place in it. */
export const articleUrl = (url: string): string => url.replace(/#.*/s, '')

/**
 * Whether an address is of a site, named as calm mode names it. By its end alone: the list that tells which part of any
 * host is its site weighs more than the whole reader.
 */
export function isOfSite(url: string, site: string | null): boolean {
  const { protocol, hostname } = URL.parse(url) ?? { protocol: '', hostname: '' }
  const host = hostname.replace(/\.$/, '')
  return site !== null && (site === protocol || site === host || host.endsWith(`.${site}`))
}
