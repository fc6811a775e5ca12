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
  /** Tabs that can be heard. */
  audible: [] as number[],
  /** Tabs that are muted, and by which extension; '' for the person. */
  muted: new Map<number, string>(),
  created: [] as { windowId: number; openerTabId: number }[],
}))

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => structuredClone({ [key]: fake.session[key] }),
        set: async (items: object) => void Object.assign(fake.session, structuredClone(items)),
        remove: async (key: string) => void delete fake.session[key],
      },
    },
    runtime: { id: 'own' },
    windows: {},
    tabs: {
      // Each window is called after the tab that was in front first.
      get: async (id: number) => ({
        id,
        index: 0,
        windowId: id * 100,
        audible: fake.audible.includes(id),
        mutedInfo: { muted: fake.muted.has(id), extensionId: fake.muted.get(id) },
      }),
      update: async (id: number, { muted }: { muted: boolean }) => {
        if (muted) fake.muted.set(id, 'own')
        else fake.muted.delete(id)
      },
      create: async (tab: { windowId: number; openerTabId: number }) => {
        fake.created.push(tab)
        return { id: tab.openerTabId + 1000 }
      },
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
  Object.assign(fake, {
    session: {},
    active: [1, 2],
    closed: [],
    injected: [],
    sent: [],
    audible: [],
    created: [],
  })
  fake.muted.clear()
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

test('rests in a tab of its own beside a page that lets no script in, once a rest and window', async () => {
  fake.closed = [2, 1002]
  const { showSurface } = await background()
  expect(await showSurface(REST)).toEqual({ shownIn: [1, 1002] })
  expect(fake.created).toEqual([
    expect.objectContaining({ url: '/rest.html', windowId: 200, openerTabId: 2 }),
  ])
  fake.active = [1, 1002]
  await showSurface(REST)
  // The person goes back to the page: they are left there.
  fake.active = [1, 2]
  await (await background()).showSurface(REST)
  expect(fake.created).toHaveLength(1)
  await showSurface(null)
  await showSurface(REST)
  expect(fake.created).toHaveLength(2)
  expect(fake.created.every(({ windowId }) => windowId === 200)).toBe(true)
})

test('opens no tab for anything but a rest', async () => {
  fake.closed = [1, 2]
  const { showSurface } = await background()
  await showSurface(NUDGE)
  expect(fake.created).toEqual([])
})

test('mutes what can be heard during a rest, and gives it back as the person had it', async () => {
  fake.active = [1, 2, 3]
  fake.audible = [1, 2]
  fake.muted.set(2, '')
  await (await background()).showSurface(REST)
  expect([...fake.muted]).toEqual([
    [2, ''],
    [1, 'own'],
  ])
  // It begins to play only now, and another background sees it.
  fake.audible = [1, 2, 3]
  await (await background()).showSurface(REST)
  expect(fake.muted.get(3)).toBe('own')
  // The person has muted it themselves meanwhile.
  fake.muted.set(3, '')
  await (await background()).showSurface(null)
  expect([...fake.muted]).toEqual([
    [2, ''],
    [3, ''],
  ])
})
