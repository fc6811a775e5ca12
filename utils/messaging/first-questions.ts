import type { Replies } from '../messages'
import { tabToActOn } from '../tab'
import { request } from './request'

type Question = 'calm.state' | 'pacing.state'

interface FirstQuestions {
  readonly tabId: Promise<number>
  /** What was answered, until somebody has taken it. */
  readonly answers: { -readonly [N in Question]?: Promise<Replies[N]> }
}

/** The popup's own window, in which its two scripts meet. */
interface PopupWindow {
  asked?: FirstQuestions
}

const here = globalThis as PopupWindow

/**
 * Asks what the popup shows, before the popup itself has loaded: the background may have to be woken, which takes as
 * long.
 */
export function askFirstQuestions(): void {
  // While the browser looks up the tab. The questions tell where it fails.
  request('wake', {}).catch(() => undefined)
  const tabId = tabToActOn(location.search)
  const ask = <N extends Question>(name: N): Promise<Replies[N]> => {
    const answer = tabId.then(tabId => request<Question>(name, { tabId }) as Promise<Replies[N]>)
    // Who takes the answer hears of its failing; until then nobody does.
    answer.catch(() => undefined)
    return answer
  }
  here.asked = { tabId, answers: { 'calm.state': ask('calm.state'), 'pacing.state': ask('pacing.state') } }
}

/** @returns the tab that the popup acts on. Throws where there is none. */
export function firstTab(): Promise<number> {
  return here.asked?.tabId ?? tabToActOn(location.search)
}

/** Asks for a state; the first time, that may have been done already. Throws as `request`. */
export function askState<N extends Question>(name: N, tabId: number): Promise<Replies[N]> {
  const { answers = {} } = here.asked ?? {}
  const first = answers[name] as Promise<Replies[N]> | undefined
  delete answers[name]
  return first ?? (request<Question>(name, { tabId }) as Promise<Replies[N]>)
}
