import { beforeEach, expect, test, vi } from 'vitest'
import { pageCameFrom } from '@/utils/welcome/came-from'

interface FakeTab {
  readonly id: number
  readonly lastAccessed: number
  readonly site: string | null
  readonly obstacle: string | null
}

const OWN = 9
const fake = vi.hoisted(() => ({ tabs: [] as FakeTab[] }))

vi.mock('wxt/browser', () => ({
  browser: {
    tabs: { query: async () => fake.tabs.map(({ id, lastAccessed }) => ({ id, lastAccessed })) },
    runtime: {
      sendMessage: async ({ payload: { tabId } }: { payload: { tabId: number } }) => {
        const { site, obstacle } = fake.tabs.find(({ id }) => id === tabId) ?? {}
        return { ok: true, value: { tabId, site, obstacle } }
      },
    },
  },
}))

const tab = (id: number, lastAccessed: number, obstacle: string | null = null): FakeTab => ({
  id,
  lastAccessed,
  site: obstacle === 'browserPage' ? null : `site-${id}.example`,
  obstacle,
})

beforeEach(() => {
  fake.tabs = [tab(OWN, 99, 'browserPage')]
})

test('it is the page that was in front last', async () => {
  fake.tabs.push(tab(1, 10), tab(2, 30), tab(3, 20))
  expect(await pageCameFrom(OWN)).toMatchObject({ tabId: 2, site: 'site-2.example' })
})

test('a store or a file that stays closed is passed over; a site that wants access is not', async () => {
  fake.tabs.push(tab(1, 40, 'browserPage'), tab(2, 30, 'fileAccess'), tab(3, 20, 'noAccess'), tab(4, 10))
  expect(await pageCameFrom(OWN)).toMatchObject({ tabId: 3 })
})

test('with no page there is none, and Luwte’s own page is never it', async () => {
  fake.tabs.push(tab(1, 40, 'browserPage'))
  expect(await pageCameFrom(OWN)).toBeNull()
})
