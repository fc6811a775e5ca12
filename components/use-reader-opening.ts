import { request } from '@/utils/messaging/request'

/** Shows the reader for the page in a tab. The popup has nothing more to show then. */
export function openReader(tabId: number): Promise<void> {
  return request('reader.open', { tabId }).then(
    () => close(),
    // Where the background does not answer, the popup says so by itself.
    () => undefined,
  )
}
