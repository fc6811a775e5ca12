import { expect, test, vi } from 'vitest'
import { askAccess, wantedOrigins } from '@/utils/calm/access'

const { permissionRequest } = vi.hoisted(() => ({ permissionRequest: vi.fn<() => Promise<boolean>>() }))
vi.mock('wxt/browser', () => ({ browser: { permissions: { request: permissionRequest } } }))

test.each([
  ['site', 'example.org', '*://*.example.org/*'],
  ['site', '127.0.0.1', '*://127.0.0.1/*'],
  ['site', '[::1]', '*://[::1]/*'],
  ['site', null, '*://*/*'],
  ['everywhere', 'example.org', '*://*/*'],
] as const)('where calm mode is for %s, on %s, it wants %s', (where, site, origin) => {
  expect(wantedOrigins({ where, site })).toEqual([origin])
})

test('asks before anything else can happen, and takes a refusal to ask for a no', async () => {
  permissionRequest.mockResolvedValueOnce(true).mockRejectedValueOnce(new Error('not within a click'))
  const given = askAccess({ where: 'site', site: 'example.org' })
  expect(permissionRequest).toHaveBeenCalledExactlyOnceWith({ origins: ['*://*.example.org/*'] })
  expect(await given).toBe(true)
  expect(await askAccess({ where: 'site', site: 'example.org' })).toBe(false)
})
