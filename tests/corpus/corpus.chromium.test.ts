import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whatFails, whatMoves } from '../e2e/harness/corpus/checks'
import { openChromium } from '../e2e/harness/corpus/chromium'
import { type Stage, stageOf } from '../e2e/harness/corpus/stage'
import { type Site, startSite } from '../e2e/harness/site'
import { MOVING, WORKING } from '.'
import { NOT_STILL_YET, NOT_WORKING_YET } from './not-yet'

let site: Site
let stage: Stage

beforeAll(async () => {
  site = await startSite()
  stage = stageOf(await openChromium(), site)
})
afterAll(async () => {
  await stage?.close()
  await site?.close()
})

test('what is not still or does not work yet are pages of the corpus', () => {
  const names = [...MOVING, ...WORKING].map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining([...NOT_STILL_YET.keys(), ...NOT_WORKING_YET.keys()]))
})

describe.concurrent('a page that moves is still', () => {
  test.each(MOVING.filter(({ name }) => !NOT_STILL_YET.has(name)))('$name: $description', async page => {
    expect(await whatMoves(stage, page)).toBeNull()
  })
})

describe.concurrent('a page that has to go on works', () => {
  test.each(WORKING.filter(({ name }) => !NOT_WORKING_YET.has(name)))('$name: $description', async page => {
    expect(await whatFails(stage, page)).toBeNull()
  })
})
