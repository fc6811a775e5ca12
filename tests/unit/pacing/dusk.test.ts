import { describe, expect, it } from 'vitest'
import { DUSK_STEPS } from '@/utils/dusk'
import { Driver, HOUR, MINUTE, NOON, settingsWith } from './driver'

const EVENING = settingsWith({ eveningMinute: 21 * 60 })

/** The steps the evening took, with the minutes after noon. */
function stepsOf({ log }: Driver): [minutes: number, dusk: number][] {
  return log.flatMap(({ at, effect }) =>
    effect.type === 'evening' ? [[(at - NOON) / MINUTE, effect.dusk] as [number, number]] : [],
  )
}

describe('the light of the evening', () => {
  it('comes step by step, every two minutes of an hour, and goes when the day rolls over', () => {
    const walk = new Driver(EVENING).wait(17 * HOUR)
    const expected = Array.from({ length: DUSK_STEPS }, (_, step) => [9 * 60 + 2 * (step + 1), step + 1])
    expect(stepsOf(walk)).toEqual([...expected, [16 * 60, 0]])
  })

  it('is where it belongs after a sleep, and makes no difference to a clock that is set back', () => {
    const walk = new Driver(EVENING).wait(9 * HOUR + 10 * MINUTE)
    expect(walk.sleep(20 * MINUTE).send({ type: 'tick' }).state.dusk).toBe(15)
    expect(walk.sleep(-20 * MINUTE).send({ type: 'tick' }).state.dusk).toBe(5)
    expect(walk.sleep(10 * HOUR).send({ type: 'wake' }).state.dusk).toBe(0)
  })

  it('follows a change of the hour at once, and there is none without an hour', () => {
    const walk = new Driver(EVENING).wait(9 * HOUR + 10 * MINUTE)
    walk.settings = settingsWith({ eveningMinute: 20 * 60 })
    expect(walk.send({ type: 'tick' }).state.dusk).toBe(DUSK_STEPS)
    walk.settings = settingsWith({ eveningMinute: null })
    expect(walk.send({ type: 'tick' }).state.dusk).toBe(0)
    expect(stepsOf(new Driver().wait(24 * HOUR))).toEqual([])
  })

  it('can be sent away for one evening, and comes back on the next', () => {
    const walk = new Driver(EVENING).wait(9 * HOUR + 10 * MINUTE)
    expect(walk.send({ type: 'eveningLight', on: false }).state.dusk).toBe(0)
    walk.wait(HOUR)
    expect(walk.state.dusk).toBe(0)
    expect(walk.send({ type: 'eveningLight', on: true }).state.dusk).toBe(DUSK_STEPS)
    walk.send({ type: 'eveningLight', on: false }).wait(24 * HOUR)
    expect(walk.state.dusk).toBe(DUSK_STEPS)
  })

  it('does not wait for pacing to be on, nor end with it', () => {
    const walk = new Driver(EVENING)
      .sitDown()
      .send({ type: 'start' })
      .wait(10 * HOUR)
    expect(walk.send({ type: 'stop' }).state.dusk).toBe(DUSK_STEPS)
    expect(walk.send({ type: 'tick' }).state.evening).toBe(true)
  })
})
