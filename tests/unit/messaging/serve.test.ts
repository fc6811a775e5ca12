import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { CalmPageState } from '@/utils/calm/page-state'
import { REQUESTS_OF_PAGES, requestSchemas } from '@/utils/messages'
import { type Handlers, type Sender, serve } from '@/utils/messaging/serve'

type Listener = (message: unknown, sender: Partial<Sender>, respond: (reply: unknown) => void) => boolean

const { listeners } = vi.hoisted(() => ({ listeners: [] as Listener[] }))
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'luwte',
      getURL: (path: string) => `extension://luwte${path}`,
      onMessage: { addListener: (given: Listener) => listeners.push(given) },
    },
  },
}))

const STATE = { tabId: 7, on: true } as CalmPageState
const OWN: Partial<Sender> = { id: 'luwte', url: 'extension://luwte/popup.html' }
/** Luwte's script in somebody else's page. */
const IN_PAGE: Partial<Sender> = { id: 'luwte', url: 'https://a.example/', frameId: 0 }

let calls: unknown[]
const notAsked = () => {
  throw new Error('not asked for')
}
const nobodyAsks = Object.fromEntries(Object.keys(requestSchemas).map(name => [name, notAsked]))
const handlers: Handlers = {
  ...(nobodyAsks as unknown as Handlers),
  'calm.state': (request, sender) => {
    calls.push([request, sender])
    return STATE
  },
  'calm.switch': () => Promise.reject(new Error('the tab is gone')),
  'calm.frame': () => null,
}

beforeEach(() => {
  calls = []
  listeners.length = 0
  serve(handlers)
})

/** What comes back for a message; rejects when the listener does not mean to answer. */
function send(message: unknown, sender = OWN): Promise<unknown> {
  return new Promise((resolve, reject) => {
    for (const listener of listeners) {
      if (!listener(message, sender, resolve)) reject(new Error('left unanswered'))
    }
  })
}

describe('serving requests', () => {
  test('hands the request and its sender to the handler of that name', async () => {
    const sender = { ...OWN, frameId: 3 }
    expect(await send({ name: 'calm.state', payload: { tabId: 7 } }, sender)).toEqual({
      ok: true,
      value: STATE,
    })
    expect(calls).toEqual([[{ tabId: 7 }, sender]])
  })

  test('answers nothing as a value too', async () => {
    expect(await send({ name: 'calm.frame', payload: {} })).toEqual({ ok: true, value: null })
  })

  test('drops from a request what its schema does not know', async () => {
    await send({ name: 'calm.state', payload: { tabId: 7, more: 1 } })
    expect(calls).toEqual([[{ tabId: 7 }, OWN]])
  })

  test('sends what a handler throws or rejects with as a value', async () => {
    expect(await send({ name: 'calm.switch', payload: { tabId: 7, on: true } })).toEqual({
      ok: false,
      error: 'the tab is gone',
    })
    expect(await send({ name: 'calm.where', payload: { tabId: 7, where: 'site' } })).toEqual({
      ok: false,
      error: 'not asked for',
    })
  })

  test.each([
    ['of another shape', 'hello', /expected/],
    ['without a name', { payload: {} }, /expected/],
    ['with an unknown name', { name: 'calm.everything', payload: {} }, /unknown request/],
    ['named as what every object has', { name: 'toString', payload: {} }, /unknown request/],
    ['whose payload does not fit', { name: 'calm.state', payload: { tabId: 'seven' } }, /tabId/],
  ])('refuses a message %s', async (_, message, error) => {
    expect(await send(message)).toEqual({ ok: false, error: expect.stringMatching(error) })
    expect(calls).toEqual([])
  })

  test('answers a script in a page what is its own to ask', async () => {
    expect(REQUESTS_OF_PAGES).toEqual([
      'calm.frame',
      'calm.pictures',
      'calm.pageWorld',
      'calm.part',
      'pacing.answer',
      'pacing.report',
      'reader.picked',
    ])
    expect(await send({ name: 'calm.frame', payload: {} }, IN_PAGE)).toEqual({ ok: true, value: null })
  })

  test.each([IN_PAGE, { id: 'luwte' }, { id: 'luwte', url: 'extension://luwte.evil.example/' }])(
    'refuses what is not for pages to ask: %o',
    async sender => {
      expect(await send({ name: 'calm.state', payload: { tabId: 7 } }, sender)).toEqual({
        ok: false,
        error: 'calm.state is not for pages',
      })
      expect(calls).toEqual([])
    },
  )

  test('leaves messages of others alone', async () => {
    const message = { name: 'calm.state', payload: { tabId: 7 } }
    await expect(send(message, { id: 'another' })).rejects.toThrow('left unanswered')
    await expect(send(message, {})).rejects.toThrow('left unanswered')
    expect(calls).toEqual([])
  })
})
