import fc from 'fast-check'
import type { FakeBrowser } from './fake-browser'

/** A little program of timers that set and clear one another, as a page might be made of. */
export type Step =
  | { readonly do: 'timeout'; readonly delay: number; readonly body: readonly Step[] }
  | { readonly do: 'interval'; readonly delay: number; readonly body: readonly Step[] }
  | { readonly do: 'frame'; readonly body: readonly Step[] }
  | { readonly do: 'microtask'; readonly body: readonly Step[] }
  | {
      readonly do: 'clear'
      readonly what: 'clearTimeout' | 'clearInterval' | 'cancelAnimationFrame'
      readonly back: number
    }
  | { readonly do: 'throw' }

const delay = fc.constantFrom(0, 1, 4, 10, 16, 30, 100, 250, 1200)

/** @param ends whether every callback of the program runs once in the end, whatever the order */
export function program(ends: boolean): fc.Arbitrary<readonly Step[]> {
  const { body } = fc.letrec<{ body: readonly Step[]; step: Step }>(tie => {
    const inner = fc.array(tie('step'), { maxLength: 3, depthIdentifier: 'program' })
    const setting = fc.record({ do: fc.constant('timeout' as const), delay, body: inner })
    const every = fc.constantFrom(30, 100, 250)
    const repeating = fc.record({ do: fc.constant('interval' as const), delay: every, body: inner })
    const asking = fc.record({ do: fc.constantFrom('frame' as const, 'microtask' as const), body: inner })
    const clearing = fc.record({
      do: fc.constant('clear' as const),
      what: fc.constantFrom(
        'clearTimeout' as const,
        'clearInterval' as const,
        'cancelAnimationFrame' as const,
      ),
      back: fc.integer({ min: 0, max: 4 }),
    })
    const throwing = fc.constant<Step>({ do: 'throw' })
    const always: fc.Arbitrary<Step>[] = [throwing, setting, asking]
    const step = fc.oneof(
      { depthSize: 'small', depthIdentifier: 'program' },
      ...(ends ? always : [...always, clearing, repeating]),
    )
    return { step, body: fc.array(tie('step'), { minLength: 1, maxLength: 5, depthIdentifier: 'program' }) }
  })
  return body
}

/** Runs a program as a page's first script. @returns what happens, in order, with the time; it grows as time passes. */
export function run(steps: readonly Step[], browser: FakeBrowser, onCall: () => void = () => {}): string[] {
  const log: string[] = []
  const ids: unknown[] = []
  const { window } = browser
  const call = (name: string, body: readonly Step[]) =>
    function (this: unknown, ...args: unknown[]) {
      log.push(`${name} at ${browser.now.toFixed(2)} with ${args} on ${this === window ? 'window' : this}`)
      onCall()
      for (const [at, step] of body.entries()) perform(step, `${name}.${at}`)
    }
  const perform = (step: Step, name: string) => {
    if (step.do === 'throw') throw new Error(name)
    if (step.do === 'microtask')
      browser.queueMicrotask(
        call(
          name,
          step.body.filter(({ do: what }) => what !== 'throw'),
        ),
      )
    else if (step.do === 'frame') ids.push(window.requestAnimationFrame?.(call(name, step.body)))
    else if (step.do === 'clear') window[step.what]?.(ids.at(-1 - step.back))
    else {
      const set = step.do === 'timeout' ? window.setTimeout : window.setInterval
      ids.push(set?.(call(name, step.body), step.delay, name))
    }
    log.push(`${name} gave ${ids.at(-1)}`)
  }
  browser.task(() => {
    for (const [at, step] of steps.entries()) if (step.do !== 'throw') perform(step, String(at))
  })
  return log
}
