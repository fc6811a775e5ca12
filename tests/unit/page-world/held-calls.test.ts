import { beforeEach, expect, it, vi } from 'vitest'
import { HeldCalls } from '@/utils/calm/page-world/held-calls'

let time = 0
let isTheirs = false
let isLooking = false
let timers: { at: number; run: () => void }[] = []
const report = vi.fn()
const calls = new HeldCalls({
  now: () => time,
  isActive: () => true,
  isTheirs: () => isTheirs,
  isLooking: () => isLooking,
  report,
  microtask: run => run(),
  later: (run, ms) => void timers.push({ at: time + ms, run }),
})

function pass(ms: number): void {
  for (const end = time + ms; time < end; time += 50) {
    const due = timers.filter(({ at }) => at <= time)
    timers = timers.filter(({ at }) => at > time)
    for (const { run } of due) run()
  }
}

/** Moves something until that is held. */
function hold(self: object): void {
  for (let step = 0; step < 4; step++) {
    time += 100
    calls.moved(self)
  }
}

beforeEach(() => {
  calls.letGo()
  time += 100_000
  isTheirs = isLooking = false
  report.mockClear()
})

it('are done in order once what moves has come to its end, the last that stands by itself first', () => {
  const self = {}
  hold(self)
  expect(calls.isHeld(self)).toBe(true)
  const done: string[] = []
  for (const [name, adds] of [
    ['first', false],
    ['second', false],
    ['third', true],
  ] as const)
    calls.keep(self, () => void done.push(name), adds)
  expect(done).toEqual([])
  pass(2000)
  expect([done, calls.isHeld(self)]).toEqual([['second', 'third'], false])
})

it('are not done where the person comes first', () => {
  const self = {}
  hold(self)
  const call = vi.fn()
  calls.keep(self, call, false)
  calls.letGo()
  pass(2000)
  expect([call.mock.calls.length, calls.isHeld(self)]).toEqual([0, false])
})

it('that fail do not keep the others from being done', () => {
  const self = {}
  hold(self)
  const call = vi.fn()
  const fail = () => {
    throw new Error('gone')
  }
  calls.keep(self, fail, false)
  calls.keep(self, call, true)
  pass(2000)
  expect(call).toHaveBeenCalledOnce()
})

it('are not held while the person is here, nor those of a callback that is looked at', () => {
  const self = {}
  isTheirs = true
  hold(self)
  isTheirs = false
  isLooking = true
  hold(self)
  expect([calls.isHeld(self), report.mock.calls.length]).toEqual([false, 4])
})
