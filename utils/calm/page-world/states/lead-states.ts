import {
  disguise,
  replaceGetter,
  replaceMethod,
  replaceSetter,
  replaceValue,
  type Substitute,
} from '../disguise'
import { apply, bare, construct, getter, method, prototypeOf } from '../natives'
import { CUSTOM_STATES } from './custom-states'
import { fieldState, stateOf, textState } from './field-states'
import type { HeldStates, Kind } from './held-states'
import { LENGTHS } from './lengths'
import { MARKS } from './marks'
import { POINTS } from './points'
import { listState } from './svg-lists'
import { TRANSFORMS } from './transforms'

const createElement = method(prototypeOf('Document'), 'createElementNS')
const observe = method(prototypeOf('MutationObserver'), 'observe')
const takeRecords = method(prototypeOf('MutationObserver'), 'takeRecords')
const isConnected = getter(prototypeOf('Node'), 'isConnected')
const base = getter(prototypeOf('SVGAnimatedTransformList'), 'baseVal')
const baseOf = (animated: unknown) => base(animated as SVGAnimatedTransformList)

/** Of which elements a list is asked, by what name, and how it is had from the answer. */
type Giver = readonly [holder: string, what: string, listOf: (answer: unknown) => unknown]

const sizeOf = getter(prototypeOf('HighlightRegistry'), 'size')

/** What moves the marks that a range is of. */
const RANGE_CHANGES =
  'setStart setEnd setStartBefore setStartAfter setEndBefore setEndAfter collapse selectNode selectNodeContents'

type View = Window & typeof globalThis

/** What changes and tells of a state: names of methods, and with `=` of properties. */
interface Ways {
  readonly changes: string
  readonly asks: string
}

/**
 * Has states held that scripts change by turns, and that leave no trace in the tree: what custom elements say of themselves, what is
 * marked, what fields hold, the numbers of drawings.
 */
export function leadStates(view: View, states: HeldStates): void {
  const kinds = view as unknown as Record<string, { readonly prototype: object } | undefined>
  const lead = <Self extends object, State>(
    name: string,
    ways: Ways,
    kindOf: (prototype: object) => Kind<Self, State>,
    thingOf: (self: unknown) => unknown = self => self,
  ) => {
    const prototype = kinds[name]?.prototype
    if (!prototype) return
    const kind = kindOf(prototype)
    const change: Substitute = (native, self, args) =>
      states.change(thingOf(self), kind, () => apply(native, self, args))
    const ask: Substitute = (native, self, args) => states.ask(self, () => apply(native, self, args))
    each(ways.changes, (way, isSet) => (isSet ? replaceSetter : replaceMethod)(prototype, way, change))
    each(ways.asks, (way, isGot) => (isGot ? replaceGetter : replaceMethod)(prototype, way, ask))
  }
  /** Who is given a list may change each item of it, in this turn, with nothing to tell of it. */
  const leadList = <Item extends object, State>(
    name: string,
    givers: readonly Giver[],
    kind: Kind<Item, State>,
  ) => {
    const prototype = kinds[name]?.prototype
    if (!prototype) return
    const list = listState(prototype, kind)
    for (const [holder, what, listOf] of givers) {
      replaceGetter(kinds[holder]?.prototype ?? {}, what, (native, self, args) => {
        const answer = apply(native, self, args)
        // What stands nowhere is only reckoned with.
        return isShown(self) ? states.change(listOf(answer), list, () => answer) : answer
      })
    }
    const change: Substitute = (native, self, args) =>
      states.change(self, list, () => apply(native, self, args))
    each('getItem initialize replaceItem clear appendItem insertItemBefore removeItem', way =>
      replaceMethod(prototype, way, change),
    )
  }
  lead('CustomStateSet', { changes: 'add delete clear', asks: 'has forEach =size' }, () => CUSTOM_STATES)
  const text = { changes: '=value setRangeText', asks: '=value' }
  lead('HTMLInputElement', text, textState)
  lead('HTMLTextAreaElement', text, textState)
  lead(
    'HTMLSelectElement',
    { changes: '=selectedIndex =value', asks: '=selectedIndex =value =selectedOptions' },
    prototype => fieldState(prototype, 'selectedIndex'),
  )
  if (!toldByTree(view)) {
    const length = '=value =valueAsString =valueInSpecifiedUnits'
    const lengthChanges = `${length} newValueSpecifiedUnits convertToSpecifiedUnits`
    lead('SVGLength', { changes: lengthChanges, asks: length }, () => LENGTHS)
    const base = { changes: '=baseVal', asks: '=baseVal =animVal' }
    lead('SVGAnimatedNumber', base, prototype => stateOf(prototype, 'baseVal'))
    const turns = 'setTranslate setRotate setScale setSkewX setSkewY setMatrix'
    lead('SVGTransform', { changes: turns, asks: '=type =angle =matrix' }, () => TRANSFORMS)
    lead('SVGPoint', { changes: '=x =y', asks: '=x =y matrixTransform' }, () => POINTS)
    leadList('SVGTransformList', [['SVGGraphicsElement', 'transform', baseOf]], TRANSFORMS)
    const itself = (points: unknown) => points
    const points = [
      ['SVGPolygonElement', 'points', itself],
      ['SVGPolylineElement', 'points', itself],
    ] as const
    leadList('SVGPointList', points, POINTS)
  }
  const registry = view.CSS?.highlights
  if (registry) {
    const marked = () => (sizeOf(registry) > 0 ? registry : undefined)
    lead('HighlightRegistry', { changes: 'set delete clear', asks: 'get has forEach =size' }, () => MARKS)
    lead('Highlight', { changes: 'add delete clear', asks: '' }, () => MARKS, marked)
    lead('Range', { changes: RANGE_CHANGES, asks: '' }, () => MARKS, marked)
  }
  giveBackForms(view, states)
}

/** Whether the browser tells of the numbers of drawings as of attributes: then they are held as these are. */
function toldByTree({ document, MutationObserver }: View): boolean {
  try {
    const line = createElement(document, 'http://www.w3.org/2000/svg', 'line') as SVGLineElement
    const observer = new MutationObserver(() => undefined)
    observe(observer, line, bare({ attributes: true }))
    line.x1.baseVal.value = 1
    return takeRecords(observer).length > 0
  } catch {
    // There are no drawings.
    return true
  }
}

function isShown(element: unknown): boolean {
  try {
    return isConnected(element as Node)
  } catch {
    return false
  }
}

/** What is sent from forms is what the page has written there, and what is set back is that. */
function giveBackForms(view: View, states: HeldStates): void {
  const form = view.HTMLFormElement.prototype
  const openAll: Substitute = (native, self, args) => {
    states.openAll()
    return apply(native, self, args)
  }
  each('submit requestSubmit reset', name => replaceMethod(form, name, openAll))
  replaceSetter(view.HTMLOptionElement.prototype, 'selected', openAll)
  replaceGetter(view.HTMLOptionElement.prototype, 'selected', openAll)
  const disguised = disguise(
    view.FormData,
    bare<ProxyHandler<typeof FormData>>({
      construct: (native, args, target) => {
        states.openAll()
        return construct(native, args, target) as object
      },
    }),
  )
  replaceValue(view, 'FormData', disguised)
  replaceValue(view.FormData.prototype, 'constructor', disguised)
}

/** @param look is told of each name, and whether it is a property's */
function each(names: string, look: (name: string, isProperty: boolean) => void): void {
  if (names === '') return
  for (const name of names.split(' ')) look(name[0] === '=' ? name.slice(1) : name, name[0] === '=')
}
