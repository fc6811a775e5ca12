import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whatFails, whatMoves } from '../e2e/harness/corpus/checks'
import { openChromium } from '../e2e/harness/corpus/chromium'
import { openFirefox } from '../e2e/harness/corpus/firefox'
import { type Stage, stageOf } from '../e2e/harness/corpus/stage'
import { type Site, startSite } from '../e2e/harness/site'
import { MOVING, WORKING } from '.'
import { notYetOf } from './not-yet'

// Chromium, calm from the start, unless the environment asks for another.
const BROWSER = process.env.BROWSER === 'firefox' ? 'firefox' : 'chromium'
const WHEN = process.env.WHEN === 'late' ? 'late' : 'on'

const notYet = notYetOf(BROWSER, WHEN)

let site: Site
let stage: Stage

beforeAll(async () => {
  site = await startSite()
  stage = stageOf(await (BROWSER === 'firefox' ? openFirefox : openChromium)(), site)
})
afterAll(async () => {
  await stage?.close()
  await site?.close()
})

test('what is not still or does not work yet are pages of the corpus', () => {
  const names = [...MOVING, ...WORKING].map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining([...notYet.keys()]))
})

describe.concurrent(`a page that moves is still in ${BROWSER}, calm mode ${WHEN}`, () => {
  test.each(MOVING.filter(({ name }) => !notYet.has(name)))('$name: $description', async page => {
    expect(await whatMoves(stage, page, WHEN)).toBeNull()
  })
})

describe.concurrent(`a page that has to go on works in ${BROWSER}, calm mode ${WHEN}`, () => {
  test.each(WORKING.filter(({ name }) => !notYet.has(name)))('$name: $description', async page => {
    expect(await whatFails(stage, page, WHEN)).toBeNull()
  })
})
