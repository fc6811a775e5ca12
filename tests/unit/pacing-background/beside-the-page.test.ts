import { beforeEach, expect, test, vi } from 'vitest'
import { notify } from '@/utils/pacing-background/beside-the-page'

const fake = vi.hoisted(() => ({ granted: true, shown: [] as unknown[] }))

vi.mock('wxt/browser', () => ({
  browser: {
    permissions: { contains: async () => fake.granted },
    notifications: { create: async (id: string, given: object) => void fake.shown.push({ id, ...given }) },
    runtime: { getURL: (path: string) => path },
  },
}))
vi.stubGlobal('navigator', { languages: ['en'] })

beforeEach(() => {
  Object.assign(fake, { granted: true, shown: [] })
})

test('a notification of the system is one, and silent', async () => {
  await notify('Your block is complete.')
  await notify('Still here.')
  expect(fake.shown).toMatchObject([
    { id: 'pacing', message: 'Your block is complete.', silent: true },
    { id: 'pacing', message: 'Still here.', silent: true },
  ])
})

test('there is none where the person has not allowed it, or has taken that back', async () => {
  fake.granted = false
  await notify('Your block is complete.')
  expect(fake.shown).toEqual([])
})
