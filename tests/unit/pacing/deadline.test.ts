import { describe, expect, it } from 'vitest'
import { Driver, HOUR, MINUTE, NOON, SECOND, settingsWith } from './driver'

const fromNoon = (driver: Driver) => driver.deadline() - NOON

describe('the one alarm, with nobody at the screen', () => {
  it('is the roll-over when nothing else is to come', () => {
    expect(fromNoon(new Driver())).toBe(16 * HOUR)
  })

  it('is the evening, and the steps in which pages dim', () => {
    const driver = new Driver(settingsWith({ eveningMinute: 21 * 60 }))
    expect(fromNoon(driver)).toBe(9 * HOUR)
    expect(fromNoon(driver.wait(9 * HOUR))).toBe(9 * HOUR + 2 * MINUTE)
    expect(fromNoon(driver.wait(HOUR))).toBe(16 * HOUR)
  })

  it('is the end of a pause', () => {
    const driver = new Driver().send({ type: 'pause', until: NOON + 3 * HOUR })
    expect(fromNoon(driver)).toBe(3 * HOUR)
  })

  it('is the moment a notice goes, and then the moment the absence is a rest', () => {
    const driver = new Driver()
      .sitDown()
      .send({ type: 'start' })
      .wait(12 * MINUTE + 10 * SECOND)
    driver.send({ type: 'device', device: 'idle' })
    expect(driver.state.surface).toEqual({ kind: 'notice', notice: 'forewarning' })
    expect(fromNoon(driver)).toBe(14 * MINUTE + 10 * SECOND)
    expect(driver.wait(2 * MINUTE).state.surface).toBeNull()
    expect(fromNoon(driver)).toBe(17 * MINUTE + 10 * SECOND)
    expect(fromNoon(driver.wait(3 * MINUTE))).toBe(16 * HOUR)
  })
})
