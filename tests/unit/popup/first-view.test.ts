import { describe, expect, test } from 'vitest'
import { LEVEL_DEFAULTS } from '@/utils/calm/levels'
import { viewOf } from '@/utils/pacing-background/view'
import { addressWith, type FirstView, viewIn } from '@/utils/popup/first-view'
import { DEFAULT_PACING_PREFERENCES } from '@/utils/settings/pacing-schema'
import { Driver, MINUTE, SECOND } from '../pacing/driver'

const PREFERENCES = { ...DEFAULT_PACING_PREFERENCES, showMinutes: true }

function viewAt(driver: Driver): FirstView {
  const place = { tabId: 7, site: 'a.example' }
  return {
    calm: {
      ...place,
      subdomain: null,
      setApart: false,
      obstacle: null,
      on: true,
      level: 2,
      lastLevel: 2,
      where: 'site',
      ownSettings: false,
      muted: false,
      options: LEVEL_DEFAULTS[2],
      adjustments: {},
    },
    pacing: viewOf(driver.state, PREFERENCES, { at: driver.now, zone: driver.zone }, place),
    scheme: 'dark',
  }
}

const inBlock = () =>
  new Driver()
    .sitDown()
    .send({ type: 'start' })
    .wait(5 * MINUTE)

/** The address in the two parts that a window has of it. */
function read(address: string, now: number) {
  const { search, hash } = new URL(address, 'extension://luwte')
  return viewIn({ search, hash }, now)
}

describe('a view in the popup’s address', () => {
  test('comes back as it was', () => {
    const driver = inBlock()
    expect(read(addressWith(viewAt(driver)), driver.now)).toEqual(viewAt(driver))
    const off = new Driver()
    // What does not run is as true hours later.
    expect(read(addressWith(viewAt(off)), off.now + 600 * MINUTE)).toEqual(viewAt(off))
  })

  test('tells how far a block is now, as the background would, and not when it was written', () => {
    const driver = inBlock()
    const address = addressWith(viewAt(driver))
    driver.sleep(45 * SECOND)
    const { filled, minutesLeft } = viewAt(driver).pacing
    const read = viewIn(new URL(address, 'extension://luwte'), driver.now)
    expect(read?.pacing.filled).toBeCloseTo(filled ?? Number.NaN)
    expect(read?.pacing.minutesLeft).toBe(minutesLeft)
  })

  test('is not believed where the device has slept, or its clock was set back', () => {
    const driver = inBlock()
    const address = addressWith(viewAt(driver))
    expect(read(address, driver.now + 2 * MINUTE)).toBeNull()
    expect(read(address, driver.now - 2 * MINUTE)).toBeNull()
  })

  test('is not believed when it is damaged, of another version or for another tab', () => {
    const driver = inBlock()
    const address = addressWith(viewAt(driver))
    const changed = (change: (view: Record<string, Record<string, unknown>>) => unknown) => {
      const [path, hash = ''] = address.split('#')
      const view = JSON.parse(decodeURIComponent(hash))
      change(view)
      return `${path}#${encodeURIComponent(JSON.stringify(view))}`
    }
    expect(
      read(
        changed(() => undefined),
        driver.now,
      ),
    ).not.toBeNull()
    const unusable = [
      '/popup.html',
      '/popup.html?tab=7',
      '/popup.html?tab=7#null',
      '/popup.html?tab=7#%',
      address.slice(0, -1),
      address.replace('tab=7', 'tab=8'),
      changed(view => Object.assign(view, { format: 0 })),
      changed(view => Object.assign(view, { scheme: 'pink' })),
      changed(view => delete view.pacing),
      changed(view => delete view.calm?.on),
      changed(view => Object.assign(view.calm ?? {}, { level: '2' })),
      changed(view => Object.assign(view.calm ?? {}, { options: {} })),
      changed(view => Object.assign(view.pacing ?? {}, { progress: { at: 1 } })),
    ]
    expect(unusable.filter(address => read(address, driver.now) !== null)).toEqual([])
  })
})
