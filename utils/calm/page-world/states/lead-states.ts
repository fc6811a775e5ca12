import {
  disguise,
  replaceGetter,
  replaceMethod,
  replaceSetter,
  replaceValue,
  type Substitute,
} from '../disguise'
import { apply, bare, construct, getter, prototypeOf } from '../natives'
import { CUSTOM_STATES } from './custom-states'
import { stateOf, textState } from './field-states'
import type { HeldStates, Kind } from './held-states'
import { MARKS } from './marks'
import { POINTS } from './points'
import { listState } from './svg-lists'
import { TRANSFORMS } from './transforms'

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
  const leadList = <Item extends object, State>(name: string, givers: string, kind: Kind<Item, State>) => {
    const prototype = kinds[name]?.prototype
    if (!prototype) return
    const list = listState(prototype, kind)
    const given = (self: object, what: string) =>
      replaceGetter(self, what, (native, self, args) => {
        const answer = apply(native, self, args)
        return states.change(answer, list, () => answer)
      })
    each(givers, giver => {
      const [holder, what] = giver.split('.') as [string, string]
      if (kinds[holder]) given(kinds[holder].prototype, what)
    })
    const change: Substitute = (native, self, args) =>
      states.change(self, list, () => apply(native, self, args))
    each('getItem initialize replaceItem clear appendItem insertItemBefore removeItem', way =>
      replaceMethod(prototype, way, change),
    )
  }
  lead('CustomStateSet', { changes: 'add delete clear', asks: 'has forEach =size' }, () => CUSTOM_STATES)
  lead('HTMLInputElement', { changes: '=value', asks: '=value' }, textState)
  lead('HTMLTextAreaElement', { changes: '=value', asks: '=value' }, textState)
  const place = '=selectedIndex =value'
  lead('HTMLSelectElement', { changes: place, asks: place }, prototype => stateOf(prototype, 'selectedIndex'))
  const length = '=value =valueAsString'
  lead('SVGLength', { changes: length, asks: length }, prototype => stateOf(prototype, 'valueAsString'))
  const base = { changes: '=baseVal', asks: '=baseVal =animVal' }
  lead('SVGAnimatedNumber', base, prototype => stateOf(prototype, 'baseVal'))
  const turns = 'setTranslate setRotate setScale setSkewX setSkewY setMatrix'
  lead('SVGTransform', { changes: turns, asks: '=type =angle =matrix' }, () => TRANSFORMS)
  lead('SVGPoint', { changes: '=x =y', asks: '=x =y' }, () => POINTS)
  leadList('SVGTransformList', 'SVGAnimatedTransformList.baseVal', TRANSFORMS)
  leadList('SVGPointList', 'SVGPolygonElement.points SVGPolylineElement.points', POINTS)
  const registry = view.CSS?.highlights
  if (registry) {
    const marked = () => (sizeOf(registry) > 0 ? registry : undefined)
    lead('HighlightRegistry', { changes: 'set delete clear', asks: 'get has forEach =size' }, () => MARKS)
    lead('Highlight', { changes: 'add delete clear', asks: '' }, () => MARKS, marked)
    lead('Range', { changes: RANGE_CHANGES, asks: '' }, () => MARKS, marked)
  }
  giveBackForms(view, states)
}

/** What is sent from forms is what the page has written there. */
function giveBackForms(view: View, states: HeldStates): void {
  const form = view.HTMLFormElement.prototype
  each('submit requestSubmit', name =>
    replaceMethod(form, name, (native, self, args) => {
      states.openAll()
      return apply(native, self, args)
    }),
  )
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
