import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Site, startSite } from '../site'
import { momentsOf, STILLED, whatFails } from './checks'
import type { Selection } from './selection'
import { type CorpusBrowser, type Stage, stageOf } from './stage'
import { expectUndone } from './undo'

/** A page is taken through all of it in some seconds, unless eight at once share a machine that is busy besides. */
const PATIENCE_MS = 150_000

/** A part of the corpus, in a browser. The whole of it is `npm run test:corpus`. */
export function stillnessTests(open: () => Promise<CorpusBrowser>, { moving, working }: Selection): void {
  let site: Site
  let stage: Stage

  beforeAll(async () => {
    site = await startSite()
    stage = stageOf(await open(), site)
  })
  afterAll(async () => {
    await stage?.close()
    await site?.close()
  })

  test('calm mode stills many kinds at once, and leaves nothing behind when it goes', () =>
    expectUndone(stage))

  describe.concurrent('a page that moves is still, calm mode late or from the start, and moves again after', () => {
    test.each(moving)(
      '$name: $description',
      async page => {
        expect(await momentsOf(stage, page)).toEqual(STILLED)
      },
      PATIENCE_MS,
    )
  })

  describe.concurrent('a page that has to go on works', () => {
    describe.each(['on', 'late'] as const)('with calm mode %s', when => {
      test.each(working)(
        '$name: $description',
        async page => {
          expect(await whatFails(stage, page, when)).toBeNull()
        },
        PATIENCE_MS,
      )
    })
  })
}
