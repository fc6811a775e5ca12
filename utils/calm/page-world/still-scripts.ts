import { tellOfAnimations } from './animations'
import { Clock } from './clock'
import { listenAfter } from './disguise'
import { leadDrawing } from './drawing'
import { leadFocus } from './focus'
import { Gate, type World } from './gate'
import { HeldCalls } from './held-calls'
import { HeldDrawings } from './held-drawings'
import type { HoldingWorld } from './held-set'
import { awaitWord, hear, isUnheard, meet, SAY, say } from './meeting'
import { apply, bare, type Callable, getOwnPropertyDescriptor, getter, method, prototypeOf } from './natives'
import { PageInput } from './person'
import { ReducedMotion } from './reduced-motion'
import { Restyled } from './restyled'
import { tellOfRules } from './rules'
import { documentElement, Extents, heightOf, leadScrolling } from './scrolling'
import { leadSelection } from './selection'
import { PageSense, type Watched } from './sense'
import { ShadowRoots } from './shadow-roots'
import { HeldStates } from './states/held-states'
import { leadStates } from './states/lead-states'
import { showTime } from './time'
import { leadTimers } from './timers'
import { tellOfTraceless } from './traceless'
import { disguiseWindows } from './windows'

type View = Window & typeof globalThis

const listen = method(prototypeOf('EventTarget'), 'addEventListener')
const readyState = getter(prototypeOf('Document'), 'readyState')

/**
 * Waits in a page's own world for the extension's side, and then holds what scripts move whenever that side asks. Until
 * the two have met nothing of the page is touched; a page can hear neither.
 *
 * @returns the word that is awaited, where the page's own scripts may run already
 */
export function stillScripts(view: View): string | null {
  const met = (between: EventTarget) => {
    try {
      standIn(view, between)
    } catch {
      // The page has changed what its browser's functions do, before this came. An error would tell it of its reader.
    }
  }
  if (!isUnheard(view.document)) return awaitWord(view.document, met)
  meet(view.document, 'page', met)
  return null
}

function standIn(view: View, between: EventTarget): void {
  const clock = new Clock(trueClock(view))
  const roots = new ShadowRoots()
  const held: Watched = bare({ page: false, tab: false })
  const sense = new PageSense(view.document, held, look => roots.each(look))
  const world = worldOf(view)
  const holding: HoldingWorld = {
    now: clock.trueNow,
    isActive: () => held.page,
    isTheirs: () => person.isHere(),
    isLooking: () => sense.looking,
    report: () => sense.report(),
    microtask: world.microtask,
    later: laterIn(view),
  }
  const drawings = new HeldDrawings(holding, view.document)
  const states = new HeldStates(holding)
  const calls = new HeldCalls(holding)
  const extents = new Extents()
  const letGo = () => {
    gate.release()
    drawings.letGo()
    states.letGo()
    calls.letGo()
  }
  const person: PageInput = new PageInput(clock.trueNow, letGo)
  const gate = new Gate(world, clock, sense, person)
  const motion = new ReducedMotion(view, world.call)

  disguiseWindows(view)
  leadTimers(view, gate)
  showTime(view, clock)
  leadDrawing(view, drawings)
  leadScrolling(view, {
    isInstant: () => held.page,
    isLooking: () => held.page,
    scrolled: (self, moved, extent) => {
      person.scriptScrolled()
      if (moved && !extents.follow(self, extent())) calls.moved(self)
    },
    isHeld: self => calls.isHeld(self) && !person.isActing(),
    keep: (self, scroll, adds) => calls.keep(self, scroll, adds),
  })
  roots.listenTo(view, host => say(between, SAY.rooted, host))
  tellOfAnimations(view, {
    began: oncePerTask(world, () => say(between, SAY.began)),
    transitioned: () => sense.report(),
    mayHurry: () => held.page,
  })
  const tellOfLooks = (element: Element) => say(between, SAY.restyled, element)
  const restyled = new Restyled({
    now: clock.trueNow,
    microtask: world.microtask,
    eachRoot: look => {
      look(view.document)
      roots.each(look)
    },
    tell: tellOfLooks,
  })
  listenAfter(view.HTMLCanvasElement.prototype, 'transferControlToOffscreen', () =>
    say(between, SAY.handedOver),
  )
  tellOfRules(view, {
    changed: () => sense.report(),
    // Until a page has loaded its styles are made ready.
    restyled: styles => held.page && readyState(view.document) === 'complete' && restyled.note(styles),
  })
  tellOfTraceless(view, {
    changed: () => sense.report(),
    chosen: input => held.page && tellOfLooks(input),
  })
  leadStates(view, states)
  const mayHold = () => held.page && !person.isActing()
  leadSelection(view, calls, mayHold, world.microtask)
  leadFocus(view, calls, mayHold)
  motion.answer()
  const listenToPage = () => {
    person.listenTo(view)
    listen(view, 'submit', giveBack, bare({ capture: true }))
  }
  const giveBack = () => states.openAll()
  listenToPage()

  const hold = (what: keyof Watched, on: boolean) => {
    held[what] = on
    // A page that has written itself anew has taken the listeners away.
    if (on) listenToPage()
    gate.active = held.page || held.tab
    if (!on) gate.release(true)
    if (what !== 'page') return
    motion.set(on)
    if (!on) letGo()
  }
  hear(between, SAY.known, host => {
    if (host) roots.know(host)
  })
  hear(between, SAY.settle, () => {
    const root = documentElement(view.document)
    if (root) heightOf(root)
  })
  hear(between, SAY.hold, () => hold('page', true))
  hear(between, SAY.letGo, () => hold('page', false))
  hear(between, SAY.holdTab, () => hold('tab', true))
  hear(between, SAY.letGoTab, () => hold('tab', false))
}

/** @returns what calls `then` at once, and not again before the running script has ended. */
function oncePerTask(world: World, then: () => void): () => void {
  let called = false
  return () => {
    if (called) return
    called = true
    world.microtask(() => {
      called = false
    })
    then()
  }
}

/** The browser's own timeout, taken before it is replaced. */
function laterIn(view: View): (run: () => void, ms: number) => void {
  const timeout = view.setTimeout as Callable
  return (run, ms) => apply(timeout, view, [run, ms])
}

function trueClock(view: View): () => number {
  const now = method(view.Performance.prototype, 'now')
  const { performance } = view
  return () => now(performance)
}

/** The browser's own functions, taken before they are replaced. */
function worldOf(view: View): World {
  const microtask = view.queueMicrotask as Callable
  const cancels = {
    timeout: view.clearTimeout,
    interval: view.clearInterval,
    frame: view.cancelAnimationFrame,
  }
  const frame = view.requestAnimationFrame as Callable
  const timeout = view.setTimeout as Callable
  const { bind } = Function.prototype
  const source = Function.prototype.toString as Callable
  const eventOf = getOwnPropertyDescriptor(view, 'event')?.get as Callable | undefined
  const typeOf = getter(Event.prototype, 'type')
  return {
    microtask: run => apply(microtask, view, [run]),
    // A bound function of the browser's own leaves no trace in a stack.
    call: (callback, self, args) =>
      apply(microtask, view, [apply(bind, apply, [undefined, callback, self, args])]),
    cancel: ({ kind, id }) => apply(cancels[kind] as Callable, view, [id]),
    soon: (kind, run) => apply(kind === 'frame' ? frame : timeout, view, kind === 'frame' ? [run] : [run, 0]),
    textOf: callback => apply(source, callback, []) as string,
    afterMotion: () => {
      const event = eventOf && (apply(eventOf, view, []) as Event | undefined)
      const type = event ? typeOf(event) : ''
      return type === 'transitionend' || type === 'animationend' || type === 'animationiteration'
    },
  }
}
