import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const fake = vi.hoisted(() => ({
  browser: {} as Record<string, unknown>,
  idle: 'active',
  session: {} as Record<string, unknown>,
  /** Whether the page in a tab is full screen, when it is asked. */
  fullScreen: async (_tabId: number): Promise<unknown> => false,
}))
vi.mock('wxt/browser', () => ({
  get browser() {
    const { session } = fake
    const storage = {
      session: {
        get: async (key: string) => ({ [key]: session[key] }),
        set: async (items: object) => void Object.assign(session, items),
      },
    }
    const executeScript = async ({ target }: { target: { tabId: number } }) => [
      { result: await fake.fullScreen(target.tabId) },
    ]
    return { ...fake.browser, storage, scripting: { executeScript } }
  },
}))

const tab = (windowId: number, url: string, changes: object = {}) => ({
  windowId,
  url,
  audible: false,
  ...changes,
})
const tabs = (...fronts: object[]) => ({ query: async () => fronts })
const idle = { queryState: async () => fake.idle }
const windowsOf = (...all: { id: number; state: string; focused: boolean }[]) => ({
  getAll: async () => all,
  getLastFocused: async () => all.find(({ focused }) => focused) ?? all[0],
})

async function look() {
  return (await import('@/utils/pacing-background/look')).look()
}

/** What a page reports when it becomes full screen, or is no more. */
async function note(tabId: number) {
  return (await import('@/utils/pacing-background/full-screen')).noteFullScreen(tabId)
}

const seesFullScreen = async () =>
  (await look()).flatMap(report =>
    report.type === 'windows' ? report.windows.map(({ fullScreen }) => fullScreen) : [],
  )

beforeEach(() => {
  Object.assign(fake, { idle: 'active', session: {}, fullScreen: async () => false })
})
afterEach(() => {
  vi.useRealTimers()
})

test('sees one window, always in front, where there is no windows API', async () => {
  fake.browser = { tabs: tabs(tab(1, 'https://news.example.org/', { audible: true })), idle }
  expect(await look()).toEqual([
    {
      type: 'windows',
      windows: [{ id: 'only', site: 'example.org', sound: true, fullScreen: false, call: false }],
      focused: 'only',
    },
    { type: 'device', device: 'active' },
  ])
  fake.browser = { tabs: tabs(), idle }
  expect((await look())[0]).toEqual({ type: 'windows', windows: [], focused: 'only' })
})

test('takes a device for in use where there is no idle API, and a locked one for left', async () => {
  fake.browser = { tabs: tabs() }
  expect((await look())[1]).toEqual({ type: 'device', device: 'active' })
  fake.browser = { tabs: tabs(), idle }
  fake.idle = 'locked'
  expect((await look())[1]).toEqual({ type: 'device', device: 'away' })
})

test('leaves out minimised windows, hears no muted tab, and knows calls and full screens', async () => {
  fake.browser = {
    tabs: tabs(
      tab(1, 'https://meet.google.com/abc', { audible: true, mutedInfo: { muted: true } }),
      tab(2, 'https://a.example/'),
      tab(3, 'chrome://settings'),
    ),
    windows: windowsOf(
      { id: 1, state: 'fullscreen', focused: false },
      { id: 2, state: 'minimized', focused: false },
      { id: 3, state: 'normal', focused: true },
    ),
    idle,
  }
  expect((await look())[0]).toEqual({
    type: 'windows',
    windows: [
      { id: '1', site: 'google.com', sound: false, fullScreen: true, call: true },
      { id: '3', site: '', sound: false, fullScreen: false, call: false },
    ],
    focused: '3',
  })
})

test('says that another program has the focus', async () => {
  const windows = windowsOf({ id: 1, state: 'normal', focused: false })
  fake.browser = { tabs: tabs(tab(1, 'https://a.example/')), windows, idle }
  expect((await look())[0]).toMatchObject({ focused: null })
})

test.each([
  ['no windows API', undefined],
  ['a window that is not full screen itself', windowsOf({ id: 1, state: 'normal', focused: true })],
])(
  'believes the page that it is full screen, where there is %s, for as long as it is',
  async (_, windows) => {
    fake.browser = { tabs: tabs(tab(1, 'https://a.example/', { id: 11 })), idle, windows }
    const asked: number[] = []
    let full = true
    fake.fullScreen = async tabId => {
      asked.push(tabId)
      return full
    }
    expect(await seesFullScreen()).toEqual([false])
    // A page that has never said so is not even asked.
    expect(asked).toEqual([])
    await note(11)
    expect(await seesFullScreen()).toEqual([true])
    full = false
    expect(await seesFullScreen()).toEqual([false])
    full = true
    expect(await seesFullScreen()).toEqual([false])
    expect(asked).toEqual([11, 11])
  },
)

test('a page that was left is full screen no more, and one that hangs holds nobody up', async () => {
  fake.browser = { tabs: tabs(tab(1, 'https://a.example/', { id: 11 })), idle }
  await note(11)
  fake.fullScreen = () => new Promise(() => {})
  vi.useFakeTimers()
  const seen = seesFullScreen()
  await vi.advanceTimersByTimeAsync(1000)
  expect(await seen).toEqual([true])
  vi.useRealTimers()
  fake.fullScreen = () => Promise.reject(new Error('no access'))
  expect(await seesFullScreen()).toEqual([false])
})
