import { beforeEach, expect, test, vi } from 'vitest'
import type { SurfaceMessage } from '@/utils/nudges/messages'
import type { SurfaceView } from '@/utils/nudges/surface-view'

const fake = vi.hoisted(() => ({
  session: {} as Record<string, unknown>,
  /** The tab in front of each window. */
  active: [] as number[],
  /** Where the browser lets no script in. */
  closed: [] as number[],
  injected: [] as unknown[],
  sent: [] as { tabId: number; message: SurfaceMessage }[],
}))

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => structuredClone({ [key]: fake.session[key] }),
        set: async (items: object) => void Object.assign(fake.session, structuredClone(items)),
      },
    },
    tabs: {
      query: async () => fake.active.map(id => ({ id })),
      sendMessage: async (tabId: number, message: SurfaceMessage) => {
        fake.sent.push({ tabId, message })
        return true
      },
    },
    scripting: {
      executeScript: async (injection: { target: { tabId: number; allFrames: boolean } }) => {
        if (fake.closed.includes(injection.target.tabId)) throw new Error('no access')
        fake.injected.push(injection.target)
      },
    },
  },
}))

vi.stubGlobal('navigator', { languages: ['nl-NL'] })

const NUDGE: SurfaceView = { kind: 'nudge', line: 'Rest is ready.' }
const REST: SurfaceView = { kind: 'rest', idea: null, kindLine: null, breathing: false, done: null }

/** A background of its own: what an earlier one had in memory is gone. */
async function background() {
  vi.resetModules()
  return import('@/utils/nudges/deliver')
}

const told = () => fake.sent.splice(0).map(({ tabId, message: { view } }) => [tabId, view?.kind ?? null])

beforeEach(() => {
  Object.assign(fake, { session: {}, active: [1, 2], closed: [], injected: [], sent: [] })
})

test('shows a surface in the visible tab of each window, with the words of its buttons', async () => {
  const { showSurface } = await background()
  expect(await showSurface(NUDGE)).toEqual({ shownIn: [1, 2] })
  expect(fake.sent[0]?.message.words).toMatchObject({
    language: 'nl',
    later: 'Later',
    longer: 'Nog even',
  })
  expect(fake.injected).toEqual([1, 2].map(tabId => ({ tabId, allFrames: false })))
})

test('tells where no script may run, so that the toolbar can say it', async () => {
  fake.closed = [1, 2]
  const { showSurface } = await background()
  expect(await showSurface(NUDGE)).toEqual({ shownIn: [] })
})

test('follows to the tab that is visible now, and leaves the hidden one', async () => {
  const { showSurface } = await background()
  await showSurface(NUDGE)
  told()
  fake.active = [1, 3]
  expect(await showSurface(NUDGE)).toEqual({ shownIn: [1, 3] })
  expect(told().sort()).toEqual([
    [1, 'nudge'],
    [2, null],
    [3, 'nudge'],
  ])
})

test('lets a hidden tab rest on, in every frame', async () => {
  const { showSurface } = await background()
  await showSurface(REST)
  fake.active = [3]
  told()
  await showSurface(REST)
  expect(told()).toEqual([[3, 'rest']])
  expect(fake.injected.at(-1)).toEqual({ tabId: 3, allFrames: true })
  await showSurface(null)
  expect(told().sort()).toEqual([
    [1, null],
    [2, null],
    [3, null],
  ])
})

test('a new background takes away what an ended one has shown', async () => {
  await (await background()).showSurface(NUDGE)
  told()
  await (await background()).showSurface(null)
  expect(told().sort()).toEqual([
    [1, null],
    [2, null],
  ])
})

test('takes damaged memory for none', async () => {
  fake.session = { surface: { view: { kind: 'dance' }, tabs: 'all' } }
  const { showSurface } = await background()
  expect(await showSurface(null)).toEqual({ shownIn: [] })
  expect(told()).toEqual([])
})

test('what is asked last is what stays, however fast', async () => {
  const { showSurface } = await background()
  await Promise.all([showSurface(NUDGE), showSurface(null)])
  expect(told().slice(-2).sort()).toEqual([
    [1, null],
    [2, null],
  ])
})
