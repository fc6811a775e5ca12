import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DayRecord, newsBetween, parseDayRecord, withNews } from '@/utils/history/day-record'
import type { Action, Report } from '@/utils/pacing/event'
import { Driver, HOUR, MINUTE, NOON, settingsWith } from '../pacing/driver'

const EMPTY: DayRecord = { day: '2026-11-10', blocks: 0, rests: 0, eveningFrom: null }

/** The records of days that come of what a person does, as a background makes them: from one turn to the next. */
class Diarist extends Driver {
  readonly days = new Map<string, DayRecord>()

  override send(event: Action | Report): this {
    const before = this.state
    super.send(event)
    for (const news of newsBetween(before, this.state)) {
      this.days.set(news.day, withNews(this.days.get(news.day) ?? parseDayRecord(news.day, undefined), news))
    }
    return this
  }

  get today(): DayRecord {
    return this.days.get(EMPTY.day) ?? EMPTY
  }
}

const reading = () => new Diarist().sitDown().send({ type: 'start' })

describe('the record of a day', () => {
  it('has a block and a rest when a rest is chosen', () => {
    expect(
      reading()
        .wait(15 * MINUTE)
        .send({ type: 'rest' }).today,
    ).toMatchObject({ blocks: 1, rests: 1 })
  })

  it('has a block and no rest when pacing is stopped', () => {
    expect(
      reading()
        .wait(15 * MINUTE)
        .send({ type: 'stop' }).today,
    ).toMatchObject({ blocks: 1, rests: 0 })
  })

  it('has a rest that was chosen without a block', () => {
    expect(new Diarist().sitDown().send({ type: 'rest' }).today).toMatchObject({ blocks: 0, rests: 1 })
  })

  it('has an absence as a rest, once, whether or not it is over', () => {
    const away = reading()
      .wait(10 * MINUTE)
      .send({ type: 'device', device: 'away' })
      .wait(20 * MINUTE)
    expect(away.today).toMatchObject({ blocks: 1, rests: 1 })
    expect(away.send({ type: 'device', device: 'active' }).today).toMatchObject({ blocks: 1, rests: 1 })
  })

  it('has it too when nothing was noticed of it until the return', () => {
    const woken = reading()
      .wait(10 * MINUTE)
      .sleep(2 * HOUR)
      .send({ type: 'device', device: 'active' })
    expect(woken.phase).toBe('work')
    expect(woken.today).toMatchObject({ blocks: 1, rests: 1 })
  })

  it('has the night as a rest of the day before', () => {
    const morning = reading()
      .wait(10 * MINUTE)
      .sleep(20 * HOUR)
      .send({ type: 'wake' })
    expect([...morning.days.keys()]).toEqual([EMPTY.day])
    expect(morning.today).toMatchObject({ blocks: 1, rests: 1 })
  })

  it('has neither a block that hardly began nor a nudge put off', () => {
    expect(
      reading()
        .wait(MINUTE / 2)
        .send({ type: 'stop' }).today,
    ).toEqual(EMPTY)
    expect(
      reading()
        .wait(15 * MINUTE)
        .send({ type: 'later' }).today,
    ).toEqual(EMPTY)
  })

  it('has when the evening began, once', () => {
    const settings = settingsWith({ eveningMinute: 20 * 60 })
    const evening = new Diarist(settings)
      .sitDown()
      .send({ type: 'start' })
      .wait(10 * HOUR)
    expect(evening.today.eveningFrom).toBe(NOON + 8 * HOUR)
    expect(withNews(evening.today, { day: EMPTY.day, eveningFrom: 0 }).eveningFrom).toBe(NOON + 8 * HOUR)
  })

  it('is read field by field, and never throws', () => {
    const stored = { day: 'x', blocks: 2, rests: -1, eveningFrom: 'late' }
    expect(parseDayRecord(EMPTY.day, stored)).toEqual({ ...EMPTY, blocks: 2 })
    fc.assert(fc.property(fc.anything(), value => parseDayRecord(EMPTY.day, value).day === EMPTY.day))
  })
})
