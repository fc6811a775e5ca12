import { Mover } from '../../pins/mover'
import { HeldSet, type HoldingWorld } from '../held-set'
import { newSet, newWeakMap } from '../natives'

/** How something that leaves no trace in the tree is asked for its state, and given one. */
export interface Kind<Thing extends object, State> {
  /** @returns its state; undefined when that is more than can be looked at */
  read(thing: Thing): State | undefined
  /** @param isOwn whether it is the page's own state, with all that belongs to it; otherwise it has to look like it only */
  write(thing: Thing, state: State, isOwn: boolean): void
  isSame(one: State, other: State): boolean
  /** Whether it is seen to move from one to the other; as `isSame` where there is none. */
  moves?(before: State, now: State): boolean
  /** Whether it may be held just now; always where there is none. */
  mayHold?(thing: Thing): boolean
}

type AnyKind = Kind<object, unknown>

interface Thing {
  readonly self: object
  readonly kind: AnyKind
  readonly mover: Mover
  /** Its state before this turn of the page's script; while it is held, what is shown. */
  before: unknown
  /** What the page has made of it, while it is held. */
  own: unknown
  /** Whether it has its own state back, for this turn. */
  isOpen: boolean
  /** It has refused a state: some may only be read. */
  isFixed: boolean
}

/**
 * Holds states that change again and again, by showing an earlier one whenever the page's script has had its turn. For the page's
 * own questions and calls it has the state that the page has given it.
 */
export class HeldStates {
  readonly #things = newWeakMap<object, Thing>()
  readonly #held: HeldSet<Thing>
  /** What has been asked or changed in this turn of the page's script. */
  readonly #turn = newSet<Thing>()

  constructor(private readonly world: HoldingWorld) {
    this.#held = new HeldSet(world, thing => this.#open(thing))
  }

  /** Does what changes a state. @returns its answer */
  change<Self extends object, State>(self: unknown, kind: Kind<Self, State>, act: () => unknown): unknown {
    const { world } = this
    if ((!world.isActive() && !world.isLooking()) || !isObject(self)) return act()
    const thing = this.#thingOf(self, kind as unknown as AnyKind)
    if (this.#held.has(thing)) this.#openForTurn(thing)
    else if (world.isLooking()) {
      const before = read(thing)
      const answer = act()
      if (moves(thing, before, read(thing))) world.report()
      return answer
    } else if (!this.#turn.has(thing)) {
      thing.before = read(thing)
      this.#join(thing)
    }
    return act()
  }

  /** Asks for what a state tells. @returns its answer */
  ask(self: unknown, ask: () => unknown): unknown {
    const thing = this.#held.size > 0 ? this.#things.get(self as object) : undefined
    if (thing && this.#held.has(thing)) this.#openForTurn(thing)
    return ask()
  }

  /** Gives the page all its own states, for this turn. */
  openAll(): void {
    this.#held.each(thing => this.#openForTurn(thing))
  }

  letGo(): void {
    this.#held.letGo()
  }

  #thingOf(self: object, kind: AnyKind): Thing {
    const known = this.#things.get(self)
    const thing = known ?? {
      self,
      kind,
      mover: new Mover(),
      before: undefined,
      own: undefined,
      isOpen: false,
      isFixed: false,
    }
    if (!known) this.#things.set(self, thing)
    return thing
  }

  #openForTurn(thing: Thing): void {
    this.#open(thing)
    this.#join(thing)
  }

  /** What is no longer as it was shown has been changed by somebody else: it stays as they have left it. */
  #open(thing: Thing): void {
    if (thing.isOpen) return
    thing.isOpen = true
    const { kind, before, own } = thing
    const now = read(thing)
    if (now !== undefined && kind.isSame(now, before)) this.#write(thing, own, true)
  }

  #join(thing: Thing): void {
    if (this.#turn.size === 0) this.world.microtask(() => this.#endTurn())
    this.#turn.add(thing)
  }

  #endTurn(): void {
    const now = this.world.now()
    const isTheirs = this.world.isTheirs()
    this.#turn.forEach(thing => {
      this.#turn.delete(thing)
      if (this.#held.has(thing)) this.#close(thing, now)
      else if (!isTheirs) this.#take(thing, now)
    })
  }

  #take(thing: Thing, now: number): void {
    const own = read(thing)
    if (!moves(thing, thing.before, own) || !mayHold(thing) || thing.mover.step(now, 'other') !== 'hold')
      return
    thing.own = own
    this.#held.add(thing)
    this.#show(thing)
  }

  /** Shows what is held again, after the page has had its own. */
  #close(thing: Thing, now: number): void {
    const own = read(thing)
    if (own === undefined) {
      this.#held.delete(thing)
      return
    }
    if (!thing.kind.isSame(own, thing.own)) thing.mover.step(now, 'other')
    thing.own = own
    this.#show(thing)
  }

  #show(thing: Thing): void {
    thing.isOpen = false
    this.#write(thing, thing.before, false)
  }

  #write(thing: Thing, state: unknown, isOwn: boolean): void {
    try {
      thing.kind.write(thing.self, state, isOwn)
    } catch {
      thing.isFixed = true
      this.#held.delete(thing)
    }
  }
}

function read({ self, kind }: Thing): unknown {
  try {
    return kind.read(self)
  } catch {
    // A page may call what it likes with what it likes: the browser's own function answers it.
    return undefined
  }
}

function mayHold({ self, kind, isFixed }: Thing): boolean {
  try {
    return !isFixed && (kind.mayHold?.(self) ?? true)
  } catch {
    return false
  }
}

function moves({ kind }: Thing, before: unknown, now: unknown): boolean {
  if (before === undefined || now === undefined) return false
  return kind.moves ? kind.moves(before, now) : !kind.isSame(before, now)
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
