import type { Page } from 'playwright-core'
import type { Leftover } from '../../../utils/calm/leftovers'
import type { CalmPageState } from '../../../utils/calm/page-state'

/** What a page of Luwte is led to believe, for what this browser or the background would not do by itself. */
export interface StandIn {
  /** How the background answers: as it does, with an error, or never. */
  answers: 'truly' | 'wrongly' | 'never'
  /** Laid over every state it gives. */
  readonly state: Partial<CalmPageState>
  /** What could not be calmed; without it, what the page tells. */
  readonly left?: readonly Leftover[]
  /** What the person says when asked for access. */
  readonly gives: boolean
  /** Each question for access, with the event it was asked within. */
  readonly asked: { origins: string[] | undefined; within: string | undefined }[]
  /** Names of the requests sent. */
  readonly sent: string[]
}

declare global {
  interface Window {
    standIn: StandIn
  }
}

interface Extension {
  runtime: { sendMessage(message: { name: string }, answer?: (reply: unknown) => void): Promise<unknown> }
  permissions: {
    request(wanted: { origins?: string[] }, answer?: (given: boolean) => void): Promise<boolean>
  }
}

/** Stands in front of the browser's own functions in every document the page loads from now on. */
export async function standIn(page: Page, given: Partial<StandIn>): Promise<void> {
  await page.addInitScript(given => {
    const { runtime, permissions } = (globalThis as unknown as { chrome: Extension }).chrome
    const send = runtime.sendMessage.bind(runtime)
    window.standIn = { answers: 'truly', state: {}, gives: true, asked: [], sent: [], ...given }

    const replyTo = async (message: { name: string }) => {
      const { answers, state, left, sent } = window.standIn
      sent.push(message.name)
      if (answers === 'never') return new Promise(() => {})
      if (answers === 'wrongly') return { ok: false, error: 'broken' }
      if (message.name === 'calm.leftovers') return left ? { ok: true, value: left } : send(message)
      const { value } = (await send(message)) as { value: CalmPageState }
      return { ok: true, value: { ...value, ...state } }
    }
    // Called back by the polyfill, promised where the browser has `browser` itself.
    runtime.sendMessage = async (message, answer) => {
      const reply = await replyTo(message)
      answer?.(reply)
      return reply
    }
    permissions.request = async ({ origins }, answer) => {
      window.standIn.asked.push({ origins, within: window.event?.type })
      answer?.(window.standIn.gives)
      return window.standIn.gives
    }
  }, given)
}
