import { describe, expect, it } from 'vitest'
import { type CalmSettings, DEFAULT_CALM_SETTINGS } from '@/utils/calm/calm-settings'
import { LEVEL_DEFAULTS } from '@/utils/calm/levels'
import { FILES, hostOf, inForce, keyFor, siteOf } from '@/utils/calm/sites'

const settings = (changes: Partial<CalmSettings>): CalmSettings => ({ ...DEFAULT_CALM_SETTINGS, ...changes })

describe('the host of an address', () => {
  it.each([
    ['https://www.example.org/a?b', 'example.org'],
    ['http://News.Example.org:8080/', 'news.example.org'],
    ['https://example.org./', 'example.org'],
    ['file:///home/me/page.html', FILES],
  ])('%s is %s', (url, host) => expect(hostOf(url)).toBe(host))

  it.each(['about:blank', 'chrome://settings', 'data:text/html,x', 'not an address', undefined])(
    '%s has none',
    url => expect(hostOf(url)).toBeNull(),
  )
})

describe('the site of a host', () => {
  it.each([
    ['news.example.co.uk', 'example.co.uk'],
    ['example.org', 'example.org'],
    ['someone.github.io', 'someone.github.io'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['sub.site-a.test', 'site-a.test'],
  ])('%s belongs to %s', (host, site) => expect(siteOf(host)).toBe(site))
})

describe('what is in force on a host', () => {
  it('is nothing where nothing is set', () => {
    expect(inForce(DEFAULT_CALM_SETTINGS, 'example.org').on).toBe(false)
  })

  it('follows the site for its sub-domains', () => {
    const calm = settings({ sites: { 'example.org': { calm: true } } })
    expect(inForce(calm, 'a.b.example.org').on).toBe(true)
    expect(inForce(calm, 'example.com').on).toBe(false)
    expect(inForce(calm, 'notexample.org').on).toBe(false)
  })

  it('is a sub-domain’s own where it is set apart, also for what is under it', () => {
    const apart = settings({ sites: { 'example.org': { calm: true }, 'b.example.org': { calm: false } } })
    expect(keyFor(apart, 'a.b.example.org')).toBe('b.example.org')
    expect(inForce(apart, 'a.b.example.org').on).toBe(false)
    expect(inForce(apart, 'c.example.org').on).toBe(true)
  })

  it('is the same everywhere, except where a site says otherwise', () => {
    const everywhere = settings({ everywhere: true, sites: { 'example.org': { calm: false } } })
    expect(inForce(everywhere, 'example.com').on).toBe(true)
    expect(inForce(everywhere, 'www2.example.org').on).toBe(false)
  })

  it('puts the site’s adjustments over the level’s, and those over the defaults', () => {
    const adjusted = settings({
      levels: { 3: { brightness: 50, contrast: 70 }, 2: { brightness: 30 } },
      sites: { 'example.org': { calm: true, level: 3, adjustments: { contrast: 60 } } },
    })
    expect(inForce(adjusted, 'example.org').options).toEqual({
      ...LEVEL_DEFAULTS[3],
      brightness: 50,
      contrast: 60,
    })
  })

  it('is not misled by names that every object has', () => {
    expect(keyFor(DEFAULT_CALM_SETTINGS, 'constructor')).toBe('constructor')
    expect(inForce(DEFAULT_CALM_SETTINGS, 'constructor').on).toBe(false)
  })
})
