import type { Replies } from '../messages'
import { tabToActOn } from '../tab'
import { request } from './request'

type Question = 'calm.state' | 'pacing.state'

/** What the reader asks about the page that its address names. */
type FirstQuestion = Question | 'reader.state'

interface FirstQuestions {
  readonly tabId: Promise<number>
  /** What was answered, until somebody has taken it. */
  readonly answers: { -readonly [N in FirstQuestion]?: Promise<Replies[N]> }
}

/** The window of the popup or the reader, in which its two scripts meet. */
interface OwnWindow {
  asked?: FirstQuestions
}

const here = globalThis as OwnWindow

/**
 * Asks what the popup or the reader shows, before its own code has loaded: the background may have to be woken, which takes
 * as long.
 */
export function askFirstQuestions(): void {
  // While the browser looks up the tab. The questions tell where it fails.
  request('wake', {}).catch(() => undefined)
  const tabId = tabToActOn(location.search)
  const ask = <N extends Question>(name: N): Promise<Replies[N]> => {
    return unheard(tabId.then(tabId => request<Question>(name, { tabId }) as Promise<Replies[N]>))
  }
  const url = new URLSearchParams(location.search).get('page')
  here.asked = {
    tabId,
    answers: {
      ...(url !== null && { 'reader.state': unheard(request('reader.state', { url })) }),
      'calm.state': ask('calm.state'),
      'pacing.state': ask('pacing.state'),
    },
  }
}

/** Who takes the answer hears of its failing; until then nobody does. */
function unheard<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined)
  return answer
}

/** @returns the tab that the popup acts on. Throws where there is none. */
export function firstTab(): Promise<number> {
  return here.asked?.tabId ?? tabToActOn(location.search)
}

/** Asks what holds for reading a page; the first time, that may have been done already. Throws as `request`. */
export function askReaderState(url: string): Promise<Replies['reader.state']> {
  const { answers = {} } = here.asked ?? {}
  const first = answers['reader.state']
  delete answers['reader.state']
  return first ?? request('reader.state', { url })
}

/** Asks for a state; the first time, that may have been done already. Throws as `request`. */
export function askState<N extends Question>(name: N, tabId: number): Promise<Replies[N]> {
  const { answers = {} } = here.asked ?? {}
  const first = answers[name] as Promise<Replies[N]> | undefined
  delete answers[name]
  return first ?? (request<Question>(name, { tabId }) as Promise<Replies[N]>)
}
