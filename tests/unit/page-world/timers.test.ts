import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FakeBrowser } from './fake-browser'
import { HeldBrowser } from './held-browser'
import { program, run } from './program'

const SPAN_MS = 400

const namesIn = (log: readonly string[]) =>
  log.filter(line => / at /.test(line)).map(line => line.split(' ')[0])

describe('timers of a page that is led', () => {
  const differences = (prepare: (browser: HeldBrowser) => void, onCall?: (browser: HeldBrowser) => void) =>
    fc.assert(
      fc.property(program(false), steps => {
        const plain = new FakeBrowser()
        const held = new HeldBrowser()
        prepare(held)
        const expected = run(steps, plain)
        const seen = run(steps, held, () => onCall?.(held))
        plain.advance(SPAN_MS)
        held.advance(SPAN_MS)
        expect(seen).toEqual(expected)
        expect(held.errors.map(String)).toEqual(plain.errors.map(String))
      }),
    )

  it('do what the native ones do while nothing is asked of them', () => {
    differences(browser => {
      browser.gate.active = false
    })
  })

  it('do what the native ones do while nothing moves', () => {
    differences(() => {})
  })

  it('do what the native ones do while the person acts, whatever moves', () => {
    differences(
      browser => {
        browser.person = { here: true, acting: true }
      },
      browser => {
        browser.moved = true
      },
    )
  })

  it('run every callback once in the end, whatever was held meanwhile', () => {
    fc.assert(
      fc.property(program(true), fc.integer({ min: 0, max: 400 }), (steps, when) => {
        const plain = new FakeBrowser()
        const held = new HeldBrowser()
        const expected = run(steps, plain)
        const seen = run(steps, held, () => {
          held.moved = true
        })
        plain.advance(60_000)
        held.advance(when)
        held.press(100)
        held.advance(60_000)
        held.gate.active = false
        held.gate.release()
        held.advance(60_000)
        expect(namesIn(seen).sort()).toEqual(namesIn(expected).sort())
        expect(held.errors.map(String).sort()).toEqual(plain.errors.map(String).sort())
      }),
    )
  })

  it('never run what was cleared while it was held', () => {
    const browser = new HeldBrowser()
    let steps = 0
    let waiting: unknown
    const step = () => {
      steps++
      browser.moved = true
      waiting = browser.window.requestAnimationFrame?.(step)
    }
    browser.task(step)
    browser.advance(1000)
    const before = steps
    browser.window.cancelAnimationFrame?.(waiting)
    browser.press(1000)
    expect(steps).toBe(before)
  })
})
