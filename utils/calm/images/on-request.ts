import type { Hold } from './hold'

/** Something held that the person may want to see move. */
export interface Player {
  readonly element: Element
  readonly hold: Hold
  /** True for a picture itself; false for one that a style puts behind or beside other things. */
  readonly isPicture: boolean
}

const ACTING_KEYS = ['Enter', ' ']

/** On these a key is followed by a click, which is what counts. */
const CLICKED_BY_KEY = 'a[href],button,input,summary,select,textarea,label'

/**
 * Lets the person start a held picture: by a press on it, or by Enter or Space while it, or what holds it, has the focus. It
 * rests again at the next press, and when the pointer or the focus has gone elsewhere.
 */
export function playOnRequest(
  page: Document,
  players: () => Player[],
  signal: AbortSignal,
): { plays(hold: Hold): boolean } {
  const playing = new Map<Hold, { readonly element: Element; readonly by: 'pointer' | 'key' }>()
  const rest = (hold: Hold) => {
    playing.delete(hold)
    hold.rest()
  }
  const toggle = (wanted: readonly Player[], by: 'pointer' | 'key') => {
    const before = [...playing.keys()]
    for (const hold of before) rest(hold)
    for (const { element, hold } of wanted) {
      if (before.includes(hold)) continue
      playing.set(hold, { element, by })
      hold.play()
    }
  }
  const restWhere = (how: 'pointer' | 'key', isElsewhere: (element: Element) => boolean) => {
    for (const [hold, { element, by }] of playing) if (by === how && isElsewhere(element)) rest(hold)
  }
  const listen = <K extends keyof DocumentEventMap>(type: K, heard: (event: DocumentEventMap[K]) => void) => {
    page.addEventListener(type, event => event.isTrusted && heard(event), {
      capture: true,
      passive: true,
      signal,
    })
  }

  listen('click', event => {
    if (isByKey(event)) toggle(within(players(), targetOf(event)), 'key')
    else toggle(under(players(), event), 'pointer')
  })
  listen('keydown', event => {
    const target = targetOf(event)
    if (!ACTING_KEYS.includes(event.key) || event.repeat || !target || target.matches(CLICKED_BY_KEY)) return
    const wanted = within(players(), target)
    if (wanted.length > 0 && target !== page.body) toggle(wanted, 'key')
  })
  // A finger leaves as soon as it has pressed.
  listen('pointerover', event => {
    if (event.pointerType !== 'touch') restWhere('pointer', element => !isAt(element, event))
  })
  listen('pointerout', event => {
    if (event.pointerType !== 'touch' && !event.relatedTarget) restWhere('pointer', () => true)
  })
  listen('focusin', event => {
    const target = targetOf(event)
    restWhere('key', element => !target || !holds(target, element))
  })
  return { plays: hold => playing.has(hold) }
}

/** Whether a key has made a click: Chromium counts no press then; Firefox counts one, and says that no pointer made it. */
function isByKey(event: MouseEvent): boolean {
  return event.detail === 0 || (event instanceof PointerEvent && event.pointerType === '')
}

/** @returns what is held inside of what has the focus. */
function within(players: readonly Player[], focused: Element | null): Player[] {
  return players.filter(({ element }) => focused && holds(focused, element))
}

/** @returns the smallest that is held where the pointer is; what a style paints only where nothing else is. */
function under(players: readonly Player[], event: MouseEvent): Player[] {
  const target = targetOf(event)
  const [smallest] = players
    .filter(
      ({ element, isPicture }) =>
        element === target || (isPicture && isAt(element, event) && isSeenAt(element, event)),
    )
    .sort((one, other) => areaOf(one.element) - areaOf(other.element))
  return players.filter(({ element }) => element === smallest?.element)
}

/** Something of the page may lie over a picture, such as a link or a sign to play it. */
function isSeenAt(element: Element, { clientX, clientY }: MouseEvent): boolean {
  const root = element.getRootNode() as Document | ShadowRoot
  return root.elementsFromPoint(clientX, clientY).includes(element)
}

function isAt(element: Element, { clientX, clientY }: MouseEvent): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
}

function areaOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect()
  return width * height
}

function targetOf(event: Event): Element | null {
  const [target] = event.composedPath()
  return target instanceof Element ? target : null
}

/** Through the borders of shadow roots too. */
function holds(outer: Element, inner: Element): boolean {
  if (outer.contains(inner)) return true
  const root = inner.getRootNode()
  return root instanceof ShadowRoot && holds(outer, root.host)
}
