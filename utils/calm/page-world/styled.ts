import { getter, method, prototypeOf } from './natives'

/** More rules of a sheet than these are not asked what they speak of, nor more elements than these found for them. */
const MOST_RULES = 30
const MOST_ELEMENTS = 30

const rulesOf = getter(prototypeOf('CSSStyleSheet'), 'cssRules')
const rulesIn = getter(prototypeOf('CSSGroupingRule'), 'cssRules')
const count = getter(prototypeOf('CSSRuleList'), 'length')
const ruleAt = method(prototypeOf('CSSRuleList'), 'item')
const selectorOf = getter(prototypeOf('CSSStyleRule'), 'selectorText')
const inDocument = method(prototypeOf('Document'), 'querySelectorAll')
const inRoot = method(prototypeOf('DocumentFragment'), 'querySelectorAll')
const countFound = getter(prototypeOf('NodeList'), 'length')
const foundAt = method(prototypeOf('NodeList'), 'item')
const nodeType = getter(prototypeOf('Node'), 'nodeType')

/** What can be restyled: a sheet, a group of rules, a rule. */
export type Styles = CSSStyleSheet | CSSGroupingRule | CSSStyleRule

/**
 * Finds some of the elements that the rules of a style sheet or of a group speak of, or a rule by itself.
 * @param root the document or shadow root to look in
 */
export function eachStyled(styles: Styles, root: Node, found: (element: Element) => void): void {
  let left = MOST_ELEMENTS
  const look = (styles: Styles | CSSRule | null) => {
    if (!styles) return
    const elements = elementsOf(styles as CSSStyleRule, root)
    for (let at = 0; elements && at < countFound(elements) && left > 0; at++, left--)
      found(foundAt(elements, at) as Element)
    const rules =
      attempt(() => rulesOf(styles as CSSStyleSheet)) ?? attempt(() => rulesIn(styles as CSSGroupingRule))
    for (let at = 0; rules && at < count(rules) && at < MOST_RULES && left > 0; at++) look(ruleAt(rules, at))
  }
  look(styles)
}

function elementsOf(rule: CSSStyleRule, root: Node): NodeList | undefined {
  const selector = attempt(() => selectorOf(rule))
  if (!selector) return undefined
  return attempt(() =>
    nodeType(root) === Node.DOCUMENT_NODE
      ? inDocument(root as Document, selector)
      : inRoot(root as ShadowRoot, selector),
  )
}

/** @returns undefined for what cannot be asked: rules of other kinds, sheets of another origin. */
function attempt<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
