import fc from 'fast-check'

/** How a page schedules and clears, in every form that its browser takes. */
type Handler = 'sloppy' | 'strict' | 'arrow' | 'bound' | 'async' | 'text' | 'object'
type DelayForm = 'number' | 'text' | 'object' | 'fraction' | 'wrapped' | 'omitted' | 'junk' | 'negative'

/** A step of a little program that `page-world/programs.js` runs. */
type Step =
  | {
      readonly do: 'timeout' | 'interval'
      readonly by: Handler
      readonly delay: number
      readonly form: DelayForm
      readonly args: readonly unknown[]
      /** How often an interval is called before it clears itself. */
      readonly times: number
      readonly body: readonly Step[]
    }
  | { readonly do: 'frame'; readonly by: Handler; readonly body: readonly Step[] }
  | { readonly do: 'microtask'; readonly body: readonly Step[] }
  | {
      readonly do: 'clear'
      /** Itself, one that it has just set, one that was set beside it, or nothing that there is. */
      readonly whose: 'self' | 'child' | 'sibling' | 'junk'
      readonly at: number
      readonly crosswise: boolean
      readonly as: 'number' | 'text' | 'object' | 'fraction'
    }
  | { readonly do: 'throw'; readonly what: 'error' | 'text' | 'object' }

export type Program = readonly Step[]

/** So far apart that no stall of a busy machine turns two of them round. */
const DELAYS = [0, 80, 200] as const

const FUNCTIONS: readonly Handler[] = ['sloppy', 'strict', 'arrow', 'bound', 'async']

/**
 * @param seed the same programs for the same seed
 * @param ends whether nothing is cleared: every callback then runs as often as it is to, whatever the order
 */
export function timerPrograms(seed: number, count: number, ends: boolean): Program[] {
  return fc.sample(program(ends), { seed, numRuns: count })
}

function program(ends: boolean): fc.Arbitrary<Program> {
  const { body } = fc.letrec<{ body: Program; step: Step }>(tie => {
    const inner = fc.array(tie('step'), { maxLength: 4, depthIdentifier: 'program' })
    const setting = fc.record({
      do: fc.constantFrom('timeout' as const, 'timeout' as const, 'interval' as const),
      by: fc.constantFrom<Handler>(...FUNCTIONS, 'text', 'object'),
      delay: fc.constantFrom(...DELAYS),
      form: fc.constantFrom<DelayForm>(
        'number',
        'number',
        'text',
        'object',
        'fraction',
        'wrapped',
        'omitted',
        'junk',
        'negative',
      ),
      args: fc.array(fc.constantFrom(1, 'two', null, true, [3]), { maxLength: 3 }),
      times: fc.integer({ min: 1, max: ends ? 5 : 3 }),
      body: inner,
    })
    const frame = fc.record({
      do: fc.constant('frame' as const),
      by: fc.constantFrom(...FUNCTIONS),
      body: inner,
    })
    const microtask = fc.record({ do: fc.constant('microtask' as const), body: inner })
    const throwing = fc.record({
      do: fc.constant('throw' as const),
      what: fc.constantFrom('error' as const, 'text' as const, 'object' as const),
    })
    const clearing = fc.record({
      do: fc.constant('clear' as const),
      whose: fc.constantFrom('self' as const, 'child' as const, 'sibling' as const, 'junk' as const),
      at: fc.nat(4),
      crosswise: fc.boolean(),
      as: fc.constantFrom('number' as const, 'text' as const, 'object' as const, 'fraction' as const),
    })
    const step = fc.oneof(
      { depthSize: 'small', depthIdentifier: 'program' },
      { weight: 1, arbitrary: throwing },
      { weight: 1, arbitrary: microtask },
      { weight: 2, arbitrary: frame },
      { weight: 4, arbitrary: setting },
      ...(ends ? [] : [{ weight: 2, arbitrary: clearing }]),
    )
    return { step, body: fc.array(tie('step'), { minLength: 1, maxLength: 5, depthIdentifier: 'program' }) }
  })
  return body
}
