import { describe, expect, test } from 'vitest'
import { outdatedKeys } from '@/utils/settings/migrations'
import { choose, valuesOf } from '@/utils/settings/registers'
import { fromItems, toItems } from '@/utils/settings/sync-items'

/** What the browsers' `storage.sync` takes: bytes an item, and of all of them. */
const ITEM_BYTES = 8192
const ALL_BYTES = 102_400

const bytes = (key: string, item: unknown) => key.length + Buffer.byteLength(JSON.stringify(item))

const site = (i: number) => ({
  [`calm/sites/some-site-${i}.example.org`]: { calm: true, level: 3, adjustments: { textSize: 200 } },
})

describe('settings as items for the browser’s sync', () => {
  test('come back as they were, whichever way they are spread', () => {
    const registers = choose({}, { 'calm/level': 3, ...site(1), 'pacing/pem': true }, 5)
    expect(fromItems(toItems(choose(registers, { 'pacing/pem': undefined }, 6)))).toEqual(
      choose(registers, { 'pacing/pem': undefined }, 6),
    )
  })

  test('fill the whole before any one item is full', () => {
    const sites = (count: number) => Object.assign({}, ...Array.from({ length: count }, (_, i) => site(i)))
    const items = Object.entries(toItems(choose({}, sites(900), Date.now())))
    const all = items.reduce((sum, [key, item]) => sum + bytes(key, item), 0)
    expect(all).toBeGreaterThan(0.8 * ALL_BYTES)
    expect(Math.max(...items.map(([key, item]) => bytes(key, item)))).toBeLessThan(ITEM_BYTES)
  })

  test('of a newer version are not read', () => {
    expect(fromItems({ version: 3, 'set:calm': { 'calm/level': [1, 3] } })).toBeNull()
  })

  test('of version 1 count as the oldest of choices', () => {
    const items = {
      version: 1,
      calm: { level: 4, levels: { 4: { brightness: 40 } } },
      'site:example.org': { calm: true },
      pacing: { pem: true, limits: { dayMs: 60_000, sites: { 'example.org': 120_000 } } },
    }
    const read = fromItems(items)
    expect(valuesOf(read ?? {})).toEqual({
      'calm/level': 4,
      'calm/levels/4': { brightness: 40 },
      'calm/sites/example.org': { calm: true },
      'pacing/pem': true,
      'pacing/limits/dayMs': 60_000,
      'pacing/limits/sites/example.org': 120_000,
    })
    expect(read?.['calm/level']).toEqual([1, 4])
    expect(outdatedKeys(items)).toEqual(['calm', 'site:example.org', 'pacing'])
  })
})
