import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CorpusBrowser, OpenPage, SeenPage } from './corpus/stage'
import { differences, LOOK } from './hostile-pages'
import { residualMotion } from './residual-motion'
import { type Site, startSite } from './site'
import { timerPrograms } from './timer-programs'

/** A site that is calm before any of its pages loads; the others are not. */
const CALM = 'site-a.test'

const LONG = { timeout: 15_000 }

/** Programs are the same in each run, so that what fails once fails again. */
const SEED = 20_261_122

/** What pages can tell of calm mode, and what they can do to it, in a browser. */
export function hostileTests(openBrowser: () => Promise<CorpusBrowser>): void {
  let site: Site
  let luwte: CorpusBrowser

  beforeAll(async () => {
    ;[site, luwte] = await Promise.all([startSite(), openBrowser()])
    const page = await luwte.open(site.onHost(site.page('<!doctype html>'), CALM))
    await luwte.ask(CALM, 'calm.switch', { on: true })
    await page.close()
  })
  afterAll(async () => {
    await luwte?.close()
    await site?.close()
  })

  const open = (host: string, path: string): Promise<OpenPage> =>
    luwte.open(site.onHost(site.url(path), host))

  /** What a script comes to without calm mode, and with it. */
  async function withAndWithout<T>(path: string, use: (page: OpenPage, host: string) => Promise<T>) {
    const outcomes: T[] = []
    for (const host of ['spare-0.test', CALM]) {
      const page = await open(host, path)
      try {
        outcomes.push(await use(page, host))
      } finally {
        await page.close()
      }
    }
    return outcomes as [T, T]
  }

  const motionOn = (page: SeenPage) => residualMotion(() => page.picture())

  test('a page sees its browser as it is without calm mode', async () => {
    const look = async (page: OpenPage) => JSON.parse(String(await page.evaluate(LOOK))) as string[]
    const [without, within] = await withAndWithout('/page-world/look.html', look)
    expect(without.length).toBeGreaterThan(10_000)
    expect(differences(without, within)).toEqual([])
  })

  test('whichever window a page asks, and about whichever, it is told of functions as without calm mode', async () => {
    const look = async (page: OpenPage) => JSON.parse(String(await page.evaluate('windows()'))) as string[]
    const [without, within] = await withAndWithout('/page-world/windows.html', look)
    expect(without.length).toBeGreaterThan(3000)
    expect(differences(without, within)).toEqual([])
  })

  test('a page that looks at who calls it sees nobody', async () => {
    const [without, within] = await withAndWithout('/page-world/stacks.html', async page => {
      await expect.poll(() => page.title()).not.toBe('waits')
      return page.title()
    })
    expect(within).toBe(without)
  })

  test('a page finds no file of the extension', async () => {
    const page = await open(CALM, '/page-world/look.html')
    const reached = await page.evaluate(`Promise.all(
      ['calm-page.js', 'calm.js', 'content-scripts/calm.js', 'manifest.json', 'popup.html', 'icon/16.png'].map(file =>
        fetch(${JSON.stringify(luwte.ownOrigin)} + '/' + file).then(() => file, () => ''),
      ),
    ).then(found => found.join(''))`)
    expect(reached).toBe('')
    const told =
      'performance.getEntries().map(({ name }) => name).filter(name => name.includes("extension")).join()'
    expect(await page.evaluate(told)).not.toContain(luwte.ownOrigin)
    await page.close()
  })

  describe.each(['', '?throws'])('a page that has changed what scripts use%s', how => {
    const path = `/page-world/hostile.html${how}`
    const untouched = (host: string) => luwte.openUntouched(site.onHost(site.url(path), host))

    test('is still and has learned nothing, where calm mode was there first', async () => {
      const page = await untouched(CALM)
      await expect.poll(() => page.title(), LONG).toBe('quiet')
      await expect.poll(() => motionOn(page), LONG).toBe(0)
      expect(await page.title()).toBe('quiet')
      await page.close()
    })

    test('is still, and has heard and seen nothing of an extension, where it was there first', async () => {
      const host = how ? 'spare-1.test' : 'spare-2.test'
      const page = await untouched(host)
      await expect.poll(() => motionOn(page), LONG).toBeGreaterThan(0)
      await luwte.ask(host, 'calm.switch', { on: true })
      await expect.poll(() => motionOn(page), LONG).toBe(0)
      expect(await page.title()).not.toMatch(/heard|extension|uncaught/)
      await page.close()
    })
  })

  describe('timers do what they do without calm mode', () => {
    const told = async (page: OpenPage) =>
      JSON.parse(String(await page.evaluate('JSON.stringify(programs.told())'))) as {
        readonly logs: readonly (readonly string[])[]
        readonly errors: readonly string[]
      }
    const state = async (page: OpenPage) => {
      const [left, quiet] = String(await page.evaluate('Object.values(programs.state()).join()'))
        .split(',')
        .map(Number)
      return { left, isQuiet: Number(quiet) > 500 }
    }
    const done = (page: OpenPage) => expect.poll(() => state(page), LONG).toEqual({ left: 0, isQuiet: true })

    test.each([
      ['where nothing moves: order, arguments, numbers and errors', false],
      ['where everything moves: each callback comes once, whatever was held meanwhile', true],
    ])('%s', async (_, moves) => {
      const list = timerPrograms(SEED, 400, moves)
      const start = `programs.start(${JSON.stringify(list)}, ${moves})`
      const [without, within] = await withAndWithout('/page-world/programs.html', async (page, host) => {
        await page.evaluate(start)
        if (moves && host === CALM) {
          await expect.poll(async () => (await state(page)).isQuiet, LONG).toBe(true)
          await luwte.ask(CALM, 'calm.switch', { on: false })
        }
        await done(page)
        const log = await told(page)
        if (moves && host === CALM) await luwte.ask(CALM, 'calm.switch', { on: true })
        return log
      })
      expect(without.logs.flat().length).toBeGreaterThan(1000)
      const at = without.logs.findIndex((log, at) => String(log) !== String(within.logs[at]))
      const program = { seed: SEED, at, steps: list[at] }
      expect({ ...program, log: within.logs[at] }).toEqual({ ...program, log: without.logs[at] })
      expect(within.errors).toEqual(without.errors)
    })

    test('nested, with promises, in other windows and given what they do not take', async () => {
      const [without, within] = await withAndWithout('/page-world/timer-cases.html', page =>
        page.evaluate('runCases()').then(told => JSON.parse(String(told)) as unknown),
      )
      expect(within).toEqual(without)
    })

    test('when their frame is removed while it is held', async () => {
      const [without, within] = await withAndWithout('/page-world/timer-cases.html', async (page, host) => {
        const isCalm = host === CALM
        const steps = () => page.evaluate('steps')
        await expect.poll(steps).toBeGreaterThan(3)
        const goesOn = async () => {
          const before = await steps()
          await page.evaluate('new Promise(done => setTimeout(done, 500))')
          return before !== (await steps())
        }
        await expect.poll(goesOn, LONG).toBe(!isCalm)
        const outcomes = await page.evaluate('removeFrame().join()')
        if (isCalm) await luwte.ask(CALM, 'calm.switch', { on: false })
        const left = await goesOn()
        const errors = await page.evaluate('errorsSince().join()')
        if (isCalm) await luwte.ask(CALM, 'calm.switch', { on: true })
        return { outcomes, left, errors }
      })
      expect(within).toEqual(without)
      expect(within.left).toBe(false)
    })
  })
}
