import { replaceMethod } from './disguise'
import type { Gate } from './gate'
import { apply, bare, type Callable } from './natives'
import type { Kind, Task } from './task'

/** The time between frames, in milliseconds. */
const FRAME_MS = 1000 / 60

/**
 * Leads every function that a page schedules through the gate. The browser goes on giving the numbers and choosing the
 * moments; code given as a string, and calls on another window, are left to it altogether.
 */
export function leadTimers(holder: object, gate: Gate): void {
  const isHere = (self: unknown) => self === undefined || self === null || self === holder

  const scheduleTimer = (name: string, kind: Kind) =>
    replaceMethod(holder, name, (native, self, args) => {
      const callback = args[0]
      if (typeof callback !== 'function' || !isHere(self)) return apply(native, self, args)
      if (args.length > 1) {
        if (!isNumeric(args[1])) return apply(native, self, args)
        args[1] = delayOf(args[1])
      }
      const task = gate.task(kind, callback, (args[1] as number | undefined) ?? 0)
      give(task, holder, args)
      args[0] = timerCall(gate, task)
      return scheduled(task, native, self, args)
    })

  const scheduleFrame = (name: string) =>
    replaceMethod(holder, name, (native, self, args) => {
      const callback = args[0]
      if (typeof callback !== 'function' || !isHere(self)) return apply(native, self, args)
      const task = gate.task('frame', callback, FRAME_MS)
      args[0] = frameCall(gate, task)
      return scheduled(task, native, self, args)
    })

  const scheduled = (task: Task, native: Callable, self: unknown, args: unknown[]) => {
    const id = apply(native, self, args) as number
    gate.scheduled(task, id)
    return id
  }

  const clear = (name: string, kinds: readonly [Kind, Kind?]) =>
    replaceMethod(holder, name, (native, self, args) => {
      if (args.length === 0 || !isNumeric(args[0]) || !isHere(self)) return apply(native, self, args)
      // Made a number once, as the browser would, since that may run code of the page.
      const id = +(args[0] as number) | 0
      args[0] = id
      const result = apply(native, self, args)
      gate.cleared(kinds[0], id)
      if (kinds[1]) gate.cleared(kinds[1], id)
      return result
    })

  scheduleTimer('setTimeout', 'timeout')
  scheduleTimer('setInterval', 'interval')
  scheduleFrame('requestAnimationFrame')
  clear('clearTimeout', ['timeout', 'interval'])
  clear('clearInterval', ['interval', 'timeout'])
  clear('cancelAnimationFrame', ['frame'])
  scheduleFrame('webkitRequestAnimationFrame')
  clear('webkitCancelAnimationFrame', ['frame'])
}

/** The browser's own `this` and arguments go on to the page's function. */
function timerCall(gate: Gate, task: Task): Callable {
  return function (this: unknown) {
    // biome-ignore lint/complexity/noArguments: a rest parameter would be looped over by the prototype of arrays
    gate.call(task, this, arguments)
  }
}

function frameCall(gate: Gate, task: Task): Callable {
  return function (this: unknown, time: number) {
    gate.call(task, this, [time])
  }
}

/** Keeps the further arguments of a timer, for when it is called ahead of its time or after it. */
function give(task: Task, self: object, args: unknown[]): void {
  const given: { length: number; [index: number]: unknown } = bare({ length: 0 })
  for (let at = 2; at < args.length; at++) given[given.length++] = args[at]
  task.self = self
  task.args = given
}

/** Whether a browser makes a number of it rather than throw. */
function isNumeric(value: unknown): boolean {
  return typeof value !== 'symbol' && typeof value !== 'bigint'
}

/** @returns a delay as the browser reads it, in milliseconds. @throws what reading it as a number throws. */
function delayOf(value: unknown): number {
  const delay = +(value as number) | 0
  return delay > 0 ? delay : 0
}
