import { Clock } from '@/utils/calm/page-world/clock'
import { Gate } from '@/utils/calm/page-world/gate'
import type { Callable } from '@/utils/calm/page-world/natives'
import { leadTimers } from '@/utils/calm/page-world/timers'
import { FakeBrowser } from './fake-browser'

/** A browser whose timers the gate leads, and what the gate is told. */
export class HeldBrowser extends FakeBrowser {
  /** What the running callback has moved so far. */
  moved = false
  person = { here: false, acting: false }
  readonly clock = new Clock(() => this.now)
  readonly gate: Gate

  constructor() {
    super()
    const { clearTimeout, clearInterval, cancelAnimationFrame, setTimeout, requestAnimationFrame } =
      this.window
    const cancels = { timeout: clearTimeout, interval: clearInterval, frame: cancelAnimationFrame }
    const again = { timeout: setTimeout, interval: setTimeout, frame: requestAnimationFrame }
    const world = {
      microtask: (run: () => void) => this.queueMicrotask(run),
      call: (callback: Callable, self: unknown, args: ArrayLike<unknown>) =>
        this.queueMicrotask(() => Reflect.apply(callback, self, args)),
      cancel: ({ kind, id }: { kind: keyof typeof cancels; id: number }) => void cancels[kind]?.(id),
      soon: (kind: keyof typeof again, run: () => void) => void again[kind]?.(run, 0),
      textOf: String,
      afterMotion: () => false,
    }
    const sense = {
      begin: () => {
        this.moved = false
      },
      end: () => this.moved,
      retitled: null,
      toldTime: false,
      retitle: () => {},
    }
    const person = { isHere: () => this.person.here, isActing: () => this.person.acting }
    this.gate = new Gate(world, this.clock, sense, person)
    leadTimers(this.window, this.gate)
    this.gate.active = true
  }

  /** The person presses something, and goes on for a while. */
  press(ms: number): void {
    this.person = { here: true, acting: true }
    this.gate.release()
    this.advance(ms)
    this.person = { here: false, acting: false }
  }
}
