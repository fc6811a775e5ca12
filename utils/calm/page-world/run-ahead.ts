import type { Gate } from './gate'
import type { Loop } from './loop'
import type { Task } from './task'

/** How far ahead a loop is run at most, and how long that may take, in milliseconds. */
const HORIZON_MS = 6000
const WORK_MS = 150

/** How often a loop is run ahead anew where that was not enough: on a slow machine little can be done in that time. */
const MOST_TRIES = 8

/** More steps than a loop can take in that time: callbacks that multiply. */
const MOST_STEPS = 1000

/** After so many steps in which nothing moved a loop counts as idle. */
const IDLE_STEPS = 12

/**
 * Runs a loop ahead of its time, step by step, before the next paint: a movement that has an end comes to its end
 * instead of standing still half-way. A loop that has ended, or moves nothing any more, is no mover.
 */
export function runAhead(gate: Gate, loop: Loop, then: () => void): void {
  const { clock, sense } = gate
  const began = clock.trueNow()
  let shown = began > loop.clock ? began : loop.clock
  const horizon = shown + HORIZON_MS
  let idle = 0
  let steps = 0

  const finish = (ended: boolean) => {
    if (ended) loop.forgive()
    else if (isTired() && ++loop.tries < MOST_TRIES) loop.fresh = true
    loop.clock = shown
    clock.showTrue()
    then()
  }
  const isTired = () => clock.trueNow() - began > WORK_MS
  const step = () => {
    const task = next(loop)
    if (!task || idle >= IDLE_STEPS) return finish(true)
    const { due } = task
    const enough = due > horizon || ++steps > MOST_STEPS || isTired()
    if (enough || !gate.active) return finish(false)
    if (due > shown) shown = due
    clock.showFrom(shown)
    sense.begin(loop.period)
    gate.callAhead(task)
    gate.afterAwaits(() => {
      idle = sense.end() ? 0 : idle + 1
      step()
    })
  }
  step()
}

/** @returns what the loop would do next. */
function next(loop: Loop): Task | null {
  let first: Task | null = null
  loop.tasks.forEach(task => {
    if (!first || task.due < first.due) first = task
  })
  return first
}
