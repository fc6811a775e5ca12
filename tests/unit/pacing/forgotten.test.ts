import { describe, expect, it } from 'vitest'
import type { Forgotten } from '@/utils/pacing/forgotten'
import { Driver, HOUR, MINUTE, NOON, settingsWith, windowOn } from './driver'

const TODAY = '2026-11-10'
const YESTERDAY = '2026-11-09'
const settings = settingsWith({ limits: { dayMs: 40 * MINUTE, sites: { 'b.example': 5 * MINUTE } } })

/** Half an hour on one site yesterday; today ten minutes there and ten on another, past its limit. */
function afterTwoDays(): Driver {
  return new Driver(settings, NOON - 24 * HOUR)
    .sitDown()
    .wait(30 * MINUTE)
    .send({ type: 'device', device: 'away' })
    .wait(23.5 * HOUR)
    .send({ type: 'device', device: 'active' })
    .wait(10 * MINUTE)
    .send({ type: 'windows', windows: [windowOn('b.example')], focused: 'one' })
    .wait(10 * MINUTE)
    .send({ type: 'limitAnswer', answer: 'littleLonger' })
}

const forget = (forgotten: Forgotten) => afterTwoDays().send({ type: 'forget', forgotten })

describe('erasing', () => {
  it('takes a day out of all that is kept, and leaves the others', () => {
    const { ledger } = forget({ kind: 'day', day: TODAY }).state
    expect(ledger.totals).toEqual({ desk: { [YESTERDAY]: { 'a.example': 30 * MINUTE } } })
    expect(ledger.outbox.map(({ day }) => day)).toEqual([YESTERDAY])
    expect(ledger.covered).toEqual([{ from: NOON - 24 * HOUR, to: NOON - 23.5 * HOUR }])
  })

  it('takes a site out of every day', () => {
    const { ledger, limitAnswers } = forget({ kind: 'site', site: 'b.example' }).state
    expect(ledger.totals).toEqual({
      desk: { [YESTERDAY]: { 'a.example': 30 * MINUTE }, [TODAY]: { 'a.example': 10 * MINUTE } },
    })
    expect(ledger.outbox.map(({ site }) => site)).toEqual(['a.example', 'a.example'])
    expect(limitAnswers.siteFromMs).toEqual({})
  })

  it('takes all of it', () => {
    const { ledger, limitAnswers } = forget({ kind: 'all' }).state
    expect(ledger).toEqual({ totals: {}, covered: [], outbox: [] })
    expect(limitAnswers).toMatchObject({ dayFromMs: null, siteFromMs: {} })
  })

  it('lets a limit begin to count anew, but one that was switched off stays off', () => {
    const driver = afterTwoDays()
      .send({ type: 'stop' })
      .send({ type: 'forget', forgotten: { kind: 'all' } })
    expect(driver.state.limitAnswers.off).toBe(true)
  })

  it('goes on counting from now', () => {
    const { ledger } = forget({ kind: 'all' }).wait(MINUTE).state
    expect(ledger.totals).toEqual({ desk: { [TODAY]: { 'b.example': MINUTE } } })
    expect(ledger.outbox).toHaveLength(1)
  })
})
