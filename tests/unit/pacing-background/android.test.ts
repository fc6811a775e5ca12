import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MINUTE, NOON } from '../pacing/driver'
import { createAndroidBrowser } from './android-browser'

const fake = vi.hoisted(() => ({ browser: {} as object }))
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.browser
  },
}))

let android: ReturnType<typeof createAndroidBrowser>
let turns: typeof import('@/utils/pacing-background/pacing')['turns']

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  vi.stubGlobal('navigator', { languages: ['en'] })
  vi.stubEnv('FIREFOX', 'true')
  android = createAndroidBrowser()
  fake.browser = android.browser
  android.open('https://a.example/')
  await startBackground()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

/** As the entry point does; what an earlier background had in memory is gone. */
async function startBackground(): Promise<void> {
  vi.resetModules()
  const { listenToPacing, turns: own } = await import('@/utils/pacing-background/pacing')
  const { showSurface, watchPages } = await import('@/utils/nudges/deliver')
  listenToPacing({ show: showSurface, watchPages, followEvening: async () => undefined })
  turns = own
}

/** Lets minutes pass, with the alarm ringing whenever it was asked for. */
async function wait(minutes: number): Promise<void> {
  const end = Date.now() + minutes * MINUTE
  while (android.alarm.when !== null && android.alarm.when <= end) {
    vi.setSystemTime(android.alarm.when)
    android.alarm.rang.fire({ name: 'pacing' })
    await turns.state()
  }
  vi.setSystemTime(end)
}

const phase = async () => (await turns.state()).cycle.phase
const shown = () =>
  android.sent.flatMap(({ tabId, message: { name, view } }) =>
    name === 'pacing.surface' && view ? [`${view.kind} in ${tabId}`] : [],
  )
const untilShown = (what: string) => expect.poll(() => shown().at(-1)).toBe(what)

test('a whole round is counted and shown where there are no windows', async () => {
  await turns.take({ type: 'start' })
  await wait(12)
  await untilShown('forewarning in 1')
  await wait(3)
  await untilShown('nudge in 1')
  expect((await turns.state()).ledger.totals).toMatchObject({
    [(await turns.state()).device]: { '2026-11-10': { 'a.example': 15 * MINUTE } },
  })
  await turns.take({ type: 'rest' })
  await untilShown('rest in 1')
  await wait(5)
  expect(await phase()).toBe('restDone')
})

test('another tab in front is another site, and the nudge follows the person there', async () => {
  await turns.take({ type: 'start' })
  await wait(10)
  android.open('https://b.example/')
  android.browser.tabs.onActivated.fire()
  await turns.state()
  await wait(5)
  await untilShown('nudge in 2')
  const { ledger, device } = await turns.state()
  expect(ledger.totals[device]?.['2026-11-10']).toEqual({
    'a.example': 10 * MINUTE,
    'b.example': 5 * MINUTE,
  })
})

test('a device left alone rests, though no Firefox says that it is locked; taken up, a new block begins', async () => {
  await turns.take({ type: 'start' })
  await wait(10)
  android.device.state = 'idle'
  android.device.changed.fire('idle')
  await turns.state()
  await wait(6)
  expect((await turns.state()).cycle).toMatchObject({ phase: 'restDone', by: 'away' })
  android.device.state = 'active'
  android.device.changed.fire('active')
  expect((await turns.state()).cycle).toMatchObject({ phase: 'work', activeMs: 0 })
})

test('without any word of the device, the person counts as there', async () => {
  Object.assign(android.browser, { idle: undefined })
  await startBackground()
  await turns.take({ type: 'start' })
  await wait(12)
  await untilShown('forewarning in 1')
})

test('a rest reaches a page that sounds, and stands beside one that lets no script in', async () => {
  for (const tab of android.tabs) tab.audible = true
  await turns.take({ type: 'start' })
  await turns.take({ type: 'rest' })
  await untilShown('rest in 1')
  await turns.take({ type: 'back' })

  android.open('about:addons')
  await turns.take({ type: 'rest' })
  await expect.poll(() => android.tabs.at(-1)).toMatchObject({ url: '/rest.html', active: true })
  // Closing it is leaving.
  await expect
    .poll(() => android.browser.storage.session.get('restTabs'))
    .toHaveProperty('restTabs.length', 1)
  android.browser.tabs.onRemoved.fire(3, { isWindowClosing: false })
  await expect.poll(phase).toBe('work')
})
