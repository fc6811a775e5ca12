import { browser } from 'wxt/browser'
import type { Replies, Reply, RequestName, RequestOf } from '@/utils/messages'

/** Long enough for a background that has to be woken on a slow machine. */
const TIMEOUT_MS = 5000

/** What travels to the background. */
interface Message<N extends RequestName = RequestName> {
  readonly name: N
  readonly payload: RequestOf<N>
}

/**
 * Asks something of the background.
 *
 * @throws when the background refuses, fails, is not there or does not answer in time.
 */
export async function request<N extends RequestName>(name: N, payload: RequestOf<N>): Promise<Replies[N]> {
  const message: Message<N> = { name, payload }
  const sent: Promise<Reply<Replies[N]> | undefined> = browser.runtime.sendMessage(message)
  const reply = await inTime(sent, name)
  if (!reply) throw new Error(`no answer to ${name}`)
  if (!reply.ok) throw new Error(reply.error)
  return reply.value
}

async function inTime<T>(answer: Promise<T>, name: RequestName): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer to ${name} in time`)), TIMEOUT_MS)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
