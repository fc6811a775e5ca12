type Call = (this: unknown, ...args: unknown[]) => unknown

interface Scheduled {
  readonly id: number
  due: number
  readonly order: number
  readonly call: (now: number) => void
  readonly every: number | null
}

const FRAME_MS = 1000 / 60

/** A window's timers on a clock of their own: one thing after the other, as the HTML standard has it. */
export class FakeBrowser {
  now = 0
  readonly errors: unknown[] = []
  readonly #timers = new Map<number, Scheduled>()
  #frames = new Map<number, (time: number) => void>()
  /** The frames of the paint that is underway: one may cancel another. */
  #painting = new Map<number, (time: number) => void>()
  readonly #microtasks: (() => void)[] = []
  #nextTimer = 1
  #nextFrame = 1
  #order = 0
  #nextPaint = FRAME_MS
  /** The object that stands for the window. */
  readonly window: Record<string, Call>

  constructor() {
    const browser = this
    this.window = {
      setTimeout(call, delay, ...args) {
        return browser.#schedule(browser.window, call as Call, delay as number, args, false)
      },
      setInterval(call, delay, ...args) {
        return browser.#schedule(browser.window, call as Call, delay as number, args, true)
      },
      clearTimeout: id => void browser.#timers.delete(id as number),
      clearInterval: id => void browser.#timers.delete(id as number),
      requestAnimationFrame(call) {
        browser.#frames.set(browser.#nextFrame, time => (call as Call).call(undefined, time))
        return browser.#nextFrame++
      },
      cancelAnimationFrame(id) {
        browser.#frames.delete(id as number)
        browser.#painting.delete(id as number)
      },
    }
  }

  queueMicrotask(run: () => void): void {
    this.#microtasks.push(run)
  }

  /** Runs code as a task of its own. */
  task(run: () => void): void {
    this.#report(run)
    for (let next = this.#microtasks.shift(); next; next = this.#microtasks.shift()) this.#report(next)
  }

  /** Lets time pass, and everything happen that is due. */
  advance(ms: number): void {
    const end = this.now + ms
    for (;;) {
      const timer = this.#firstTimer()
      if (Math.min(timer?.due ?? Number.POSITIVE_INFINITY, this.#nextPaint) > end) break
      if (timer && timer.due <= this.#nextPaint) this.#fire(timer)
      else this.#paint()
    }
    this.now = end
  }

  #report(run: () => void): void {
    try {
      run()
    } catch (error) {
      this.errors.push(error)
    }
  }

  #schedule(self: unknown, call: Call, delay: number, args: unknown[], repeats: boolean): number {
    const ms = Math.max(delay || 0, 1)
    const id = this.#nextTimer++
    const due = this.now + ms
    this.#timers.set(id, {
      id,
      due,
      order: this.#order++,
      call: () => call.apply(self, args),
      every: repeats ? ms : null,
    })
    return id
  }

  #firstTimer(): Scheduled | undefined {
    let first: Scheduled | undefined
    for (const timer of this.#timers.values()) {
      const sooner = !first || timer.due < first.due || (timer.due === first.due && timer.order < first.order)
      if (sooner) first = timer
    }
    return first
  }

  #fire(timer: Scheduled): void {
    this.now = Math.max(this.now, timer.due)
    if (timer.every === null) this.#timers.delete(timer.id)
    else timer.due += timer.every
    this.task(() => timer.call(this.now))
  }

  #paint(): void {
    this.now = Math.max(this.now, this.#nextPaint)
    this.#nextPaint += FRAME_MS
    this.#painting = this.#frames
    this.#frames = new Map()
    for (const [id, call] of this.#painting) {
      this.#painting.delete(id)
      this.task(() => call(this.now))
    }
  }
}
