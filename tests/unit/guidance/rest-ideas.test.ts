import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fittingIdeas,
  nextIdea,
  type Offer,
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
  ownIdeas: fc
    .tuple(fc.boolean(), fc.boolean())
    .map(chosen => chosen.map((chosen, i) => ({ id: `own-${i}`, words: `Idea ${i}`, chosen }))),
})
const NONE = { pem: false, crps: false, chosenMovement: [], ownIdeas: [] }
const moving = (offers: Offer[]) => offers.filter(offer => 'movement' in offer && offer.movement)
const holds = (check: (settings: RestIdeaSettings) => void) =>
  fc.assert(fc.property(settings, check), { numRuns: RUNS })

describe('rest ideas', () => {
  it('are never movement with PEM, whatever else is on', () => {
    holds(chosen => {
      const gentle = { ...chosen, pem: true }
      expect(moving(fittingIdeas(gentle))).toEqual([])
      for (const last of [...ids, null]) expect(moving([nextIdea(gentle, last) ?? []].flat())).toEqual([])
    })
  })

  it('are movement only where it was chosen, one by one', () => {
    holds(chosen => {
      const found = moving(fittingIdeas({ ...chosen, pem: false }))
      const wanted: RestIdeaId[] = ['stretch', 'walk']
      expect(found.map(({ id }) => id)).toEqual(wanted.filter(id => chosen.chosenMovement.includes(id)))
    })
  })

  it('leave out cold and weight with CRPS', () => {
    const left = fittingIdeas({ ...NONE, crps: true }).map(({ id }) => id)
    expect(left).toHaveLength(8)
    expect(left).not.toContain('coolCloth')
    expect(left).not.toContain('heavyBlanket')
  })

  it('come round one after the other, every one that fits', () => {
    holds(chosen => {
      const fitting = fittingIdeas(chosen)
      let last: string | null = null
      const round = fitting.map(() => {
        last = nextIdea(chosen, last)?.id ?? null
        return last
      })
      expect(round).toEqual(fitting.map(({ id }) => id))
      expect(nextIdea(chosen, last)?.id).toBe('closeEyes')
    })
  })

  it('go on from one that no longer fits', () => {
    expect(nextIdea({ ...NONE, pem: true }, 'walk')?.id).toBe('nothingMeasured')
  })

  it('of one’s own take their turn where they are chosen, after all others and in their own order', () => {
    holds(chosen => {
      const own = fittingIdeas(chosen).filter(offer => 'words' in offer)
      expect(own).toEqual(chosen.ownIdeas.filter(({ chosen }) => chosen))
      expect(fittingIdeas(chosen).slice(-own.length || Infinity)).toEqual(own)
    })
  })
})
