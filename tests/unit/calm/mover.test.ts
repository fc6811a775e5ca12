import { describe, expect, it } from 'vitest'
import { Mover, type Turn, type Verdict } from '@/utils/calm/pins/mover'

/** Steps at an even pace. @returns what each asked for. */
function steps(mover: Mover, pace: number, turns: readonly Turn[], from = 0): Verdict[] {
  return turns.map((turn, at) => mover.step(from + at * pace, turn))
}

const others = (count: number) => Array.from({ length: count }, () => 'other' as const)

describe('what moves again and again', () => {
  it('is held at its fourth step when it flows', () => {
    expect(steps(new Mover(), 16, others(4))).toEqual(['wait', 'wait', 'wait', 'hold'])
  })

  it('is held at its third step when it goes slowly', () => {
    expect(steps(new Mover(), 3000, others(3))).toEqual(['wait', 'wait', 'hold'])
  })

  it('is held at its second step when a large part of the view takes turns', () => {
    const mover = new Mover()
    expect([0, 3000].map(now => mover.step(now, 'swap', true))).toEqual(['wait', 'hold'])
  })

  it('is left alone when it is rare', () => {
    expect(steps(new Mover(), 20_000, others(10))).not.toContain('hold')
  })
})

describe('what shows and hides', () => {
  it('slowly is held before it hides again, so that it is seen', () => {
    const turns = ['more', 'less', 'more', 'less'] as const
    expect(steps(new Mover(), 600, turns)).toEqual(['wait', 'wait', 'wait', 'hold'])
  })

  it('once, as a notice does, is never held', () => {
    expect(steps(new Mover(), 2000, ['more', 'less'])).toEqual(['wait', 'wait'])
  })

  it('step by step tells when it has been seen best', () => {
    const mover = new Mover()
    steps(mover, 16, ['more', 'more', 'more', 'more'])
    expect(mover.held).toBe(true)
    expect([mover.step(64, 'more'), mover.step(80, 'less')]).toEqual(['wait', 'peak'])
  })
})

describe('what comes to its end', () => {
  it('is over a while after its last step', () => {
    const mover = new Mover()
    steps(mover, 16, others(5))
    expect(mover.quietIn(64 + 100)).toBe(600)
    expect(mover.quietIn(64 + 700)).toBe(0)
  })

  it('is given some of its own steps when it is slow', () => {
    const mover = new Mover()
    steps(mover, 3000, others(4))
    expect(mover.quietIn(9000)).toBe(12_000)
  })

  it('is something new when it moves again', () => {
    const mover = new Mover()
    steps(mover, 16, others(5))
    mover.end(1000)
    expect(steps(mover, 16, others(3), 5000)).toEqual(['wait', 'wait', 'wait'])
  })

  it('is held longer when it moves again just because it was let go', () => {
    const mover = new Mover()
    steps(mover, 16, others(5))
    mover.end(800)
    expect(steps(mover, 16, others(2), 820)).toEqual(['wait', 'hold'])
    expect(mover.quietIn(836)).toBe(7000)
    mover.end(7836)
    expect(steps(mover, 16, others(2), 7850)).toEqual(['wait', 'hold'])
    expect(mover.quietIn(7866)).toBe(60_000)
  })

  it('is known again sooner after the person was here', () => {
    const mover = new Mover()
    steps(mover, 16, others(5))
    mover.letGo()
    expect(steps(mover, 16, others(2), 2000)).toEqual(['wait', 'hold'])
  })
})
