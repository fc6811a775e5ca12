import { beforeEach, expect, test, vi } from 'vitest'

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown>, idle: 'active' }))
vi.mock('wxt/browser', () => fake)

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

beforeEach(() => {
  fake.idle = 'active'
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
