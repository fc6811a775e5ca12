import type { Clock } from './clock'
import type { Loop } from './loop'
import { Loops } from './loops'
import { type Callable, newMap, newSet } from './natives'
import { runAhead } from './run-ahead'
import { type Kind, Task } from './task'

/** How many microtasks a callback is given for what it awaits. */
const HOPS = 7

/** What browsers make of a shorter time between the steps of a loop, in milliseconds. */
const SHORTEST_MS = 4

/** What the gate needs of the world it stands in. */
export interface World {
  microtask(run: () => void): void
  /** Calls a page's callback as the next microtask, with nothing of ours to be seen in a stack. */
  call(callback: Callable, self: unknown, args: ArrayLike<unknown>): void
  /** Takes back a task that the browser has not called yet. */
  cancel(task: Task): void
  /** Has the browser call `run` with its next frame, or as its next task. */
  soon(kind: Kind, run: () => void): void
  textOf(callback: Callable): string
  /** Whether the page is being told of the end of an animation or transition. */
  afterMotion(): boolean
}

/** A page's title before and after it was changed. */
export interface Retitled {
  readonly from: string
  readonly to: string
}

/** Sees what a callback moves. */
export interface Sense {
  /** @param period the pace of what is looked at, in milliseconds */
  begin(period: number): void
  /** @returns whether anything but the title has moved since `begin`. */
  end(): boolean
  /** What was just looked at has done to the title; null when it has stayed. */
  readonly retitled: Retitled | null
  /** Whether what was just looked at has written a time. */
  readonly toldTime: boolean
  /** Gives the page a title back, unless it has got another since. */
  retitle(first: string, last: string): void
}

/** Knows when the person was last here. */
export interface Person {
  /** Whether they have just used the page in any way, so that what moves now may be their doing. */
  isHere(): boolean
  /** Whether they have just pressed something, so that everything may move. */
  isActing(): boolean
}

/**
 * Decides for each callback, at the moment the browser calls it, whether it runs or is held. A loop that keeps moving
 * things while nobody acts is held: its next step waits, and is neither lost nor done twice.
 */
export class Gate {
  active = false
  readonly #loops: Loops
  readonly #held = newSet<Task>()
  /** What has been scheduled and not called, by kind and number. */
  readonly #known = newMap<string, Task>()
  #current: Loop | null = null
  #run = 0

  constructor(
    readonly world: World,
    readonly clock: Clock,
    readonly sense: Sense,
    private readonly person: Person,
  ) {
    this.#loops = new Loops(world.textOf)
  }

  /** @returns a task for a callback that is about to be scheduled. */
  task(kind: Kind, callback: Callable, delay: number): Task {
    const current = this.#current
    const period = delay > SHORTEST_MS ? delay : SHORTEST_MS
    const { loop, repeats } = this.#loops.place(callback, period, current, this.world.afterMotion())
    if (kind === 'interval') loop.steady = true
    const due = this.clock.now() + period
    return new Task(kind, callback, due, loop, repeats || kind === 'interval', current, period)
  }

  /** Takes note of the number that the browser has given. */
  scheduled(task: Task, id: number): void {
    task.id = id
    if (task.owner) task.owner.tasks.add(task)
    this.#known.set(keyOf(task.kind, id), task)
  }

  /** The page has cleared a number. */
  cleared(kind: Kind, id: number): void {
    const task = this.#known.get(keyOf(kind, id))
    if (task) this.#forget(task)
  }

  /** The browser calls a task, or it is called instead of the browser. */
  call(task: Task, self: unknown, args: ArrayLike<unknown>): void {
    if (task.dead) return
    if (this.#mustWait(task)) {
      this.#held.add(task)
      return
    }
    if (this.active) this.#runWatched(task, self, args)
    else this.#perform(task, self, args)
  }

  /** Lets everything that is held go on; `anew` when it is to be held again only after it has moved things again. */
  release(anew = false): void {
    const held = newSet<Task>()
    this.#held.forEach(task => {
      if (anew) task.loop.forgive()
      task.loop.fresh = true
      held.add(task)
    })
    this.#held.clear()
    held.forEach(task => {
      // The browser goes on calling an interval.
      if (task.kind !== 'interval')
        this.world.soon(task.kind, () => this.call(task, task.self, this.#timely(task)))
    })
  }

  /** Calls a task of a loop that is run ahead, at the time that the clock shows. */
  callAhead(task: Task): void {
    this.#current = task.loop
    if (task.kind !== 'interval') this.world.cancel(task)
    this.#perform(task, task.self, this.#timely(task))
  }

  /** Runs `then` once what a callback awaits has had its turn, before the browser does anything else. */
  afterAwaits(then: () => void, hops = HOPS): void {
    this.world.microtask(hops === 0 ? then : () => this.afterAwaits(then, hops - 1))
  }

  #mustWait({ loop, repeats }: Task): boolean {
    return this.active && repeats && loop.mover && !loop.fresh && !this.person.isActing()
  }

  #runWatched(task: Task, self: unknown, args: ArrayLike<unknown>): void {
    const { loop } = task
    const cause = task.repeats ? loop : task.cause
    const run = ++this.#run
    const watched = cause !== null && (task.repeats || cause.runs > 1) && !this.#isTheirs(cause)
    this.#current = loop
    this.clock.showFrom(loop.clock)
    if (watched) this.sense.begin(cause.period)
    this.afterAwaits(() => {
      const moved = watched && this.sense.end()
      if (run !== this.#run) return
      this.#current = null
      this.clock.showTrue()
      if (!watched) return
      const retitled = cause.retitled(this.sense.retitled)
      if (this.sense.toldTime) cause.isClock = true
      cause.note(retitled || (moved ? 1 : 0), this.clock.trueNow())
      if (cause.mover && cause.fresh) this.#settle(cause)
    })
    this.#perform(task, self, task.kind === 'frame' ? this.#timelyFrame(loop, args) : args)
  }

  /** What moves just now may be the person's doing; what is known to move by itself is theirs only while they act. */
  #isTheirs(loop: Loop): boolean {
    return loop.mover ? this.person.isActing() : this.person.isHere()
  }

  /** A new mover is brought to its end, if it has one; otherwise it is held from its next step on. */
  #settle(loop: Loop): void {
    loop.fresh = false
    const { flashing } = loop
    if (flashing) this.sense.retitle(flashing.from, flashing.to)
    if (loop.slow || flashing) return
    runAhead(this, loop, () => {
      this.#current = null
    })
  }

  #perform(task: Task, self: unknown, args: ArrayLike<unknown>): void {
    if (task.kind === 'interval') task.due = this.clock.now() + task.loop.period
    else this.#forget(task)
    task.loop.runs++
    this.world.call(task.callback, self, args)
  }

  #forget(task: Task): void {
    task.dead = true
    if (task.owner) task.owner.tasks.delete(task)
    this.#known.delete(keyOf(task.kind, task.id))
    this.#held.delete(task)
  }

  /** A frame is told when it is, not when it would have been. */
  #timely(task: Task): ArrayLike<unknown> {
    return task.kind === 'frame' ? [this.clock.now()] : task.args
  }

  #timelyFrame(loop: Loop, args: ArrayLike<unknown>): ArrayLike<unknown> {
    const time = args[0] as number
    return loop.clock > time ? [loop.clock] : args
  }
}

function keyOf(kind: Kind, id: number): string {
  return `${kind === 'frame'}${id}`
}
