import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fittingIdeas,
  nextIdea,
  REST_IDEAS,
  type RestIdeaId,
  type RestIdeaSettings,
} from '@/utils/guidance/rest-ideas'
import { RUNS } from '../runs'

const ids = REST_IDEAS.map(({ id }) => id)
const settings: fc.Arbitrary<RestIdeaSettings> = fc.record({
  pem: fc.boolean(),
  crps: fc.boolean(),
  chosenMovement: fc.subarray(ids),
})
const holds = (check: (settings: RestIdeaSettings) => void) =>
  fc.assert(fc.property(settings, check), { numRuns: RUNS })

describe('rest ideas', () => {
  it('are never movement with PEM, whatever else is on', () => {
    holds(chosen => {
      expect(fittingIdeas({ ...chosen, pem: true }).filter(({ movement }) => movement)).toEqual([])
    })
  })

  it('are movement only where it was chosen, one by one', () => {
    holds(chosen => {
      const moving = fittingIdeas({ ...chosen, pem: false }).filter(({ movement }) => movement)
      const wanted: RestIdeaId[] = ['stretch', 'walk']
      expect(moving.map(({ id }) => id)).toEqual(wanted.filter(id => chosen.chosenMovement.includes(id)))
    })
  })

  it('leave out cold and weight with CRPS', () => {
    const left = fittingIdeas({ pem: false, crps: true, chosenMovement: [] }).map(({ id }) => id)
    expect(left).toHaveLength(8)
    expect(left).not.toContain('coolCloth')
    expect(left).not.toContain('heavyBlanket')
  })

  it('come round one after the other, every one that fits', () => {
    holds(chosen => {
      const fitting = fittingIdeas(chosen)
      let last: RestIdeaId | null = null
      const round = fitting.map(() => {
        last = nextIdea(chosen, last)?.id ?? null
        return last
      })
      expect(round).toEqual(fitting.map(({ id }) => id))
      expect(nextIdea(chosen, last)?.id).toBe('closeEyes')
    })
  })

  it('go on from one that no longer fits', () => {
    expect(nextIdea({ pem: true, crps: false, chosenMovement: [] }, 'walk')?.id).toBe('nothingMeasured')
  })
})
