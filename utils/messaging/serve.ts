import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import {
  REQUESTS_OF_PAGES,
  type Replies,
  type Reply,
  type RequestName,
  type RequestOf,
  requestSchemas,
} from '@/utils/messages'

type Listener = Parameters<typeof browser.runtime.onMessage.addListener>[0]

/** Who asks: a tab and frame when it is a content script. */
export type Sender = Parameters<Listener>[1]

/** What the background does for each request. What a handler throws goes back to who asked, as a value. */
export type Handlers = {
  readonly [N in RequestName]: (request: RequestOf<N>, sender: Sender) => Replies[N] | Promise<Replies[N]>
}

const messageSchema = z.object({ name: z.string(), payload: z.unknown() })

/**
 * Answers every request from Luwte's own contexts. Call it at the top level of the background, so that the message
 * that wakes it finds a listener.
 */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (sender.id !== browser.runtime.id) return false
    void answer(handlers, message, sender).then(sendResponse)
    return true
  })
}

/** Never rejects: an error crosses as a value. */
async function answer(handlers: Handlers, message: unknown, sender: Sender): Promise<Reply<unknown>> {
  try {
    const { name, payload } = messageSchema.parse(message)
    if (!isRequestName(name)) throw new Error(`unknown request ${name}`)
    if (!isOwnPage(sender) && !REQUESTS_OF_PAGES.includes(name)) throw new Error(`${name} is not for pages`)
    return { ok: true, value: await handle(handlers, name, payload, sender) }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}

/** Whether a page of Luwte's asks, rather than its script in somebody else's. */
function isOwnPage({ url }: Sender): boolean {
  return url?.startsWith(browser.runtime.getURL('/')) ?? false
}

function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requestSchemas, name)
}

async function handle<N extends RequestName>(
  handlers: Handlers,
  name: N,
  payload: unknown,
  sender: Sender,
): Promise<Replies[N]> {
  const request = requestSchemas[name]().parse(payload) as RequestOf<N>
  return handlers[name](request, sender)
}
