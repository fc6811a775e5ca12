import { browser } from 'wxt/browser'
import { DEFAULT_LOOKS, SCHEMES, type Scheme } from './scheme'

/** Where Luwte's pages find the scheme without waiting for an answer: all of them share this storage. */
const REMEMBERED = 'scheme'

/** Where the settings keep it; they are read here as they are stored, so that a page pays for no schema. */
const REPLICA = 'settings'
const PATH = 'looks/scheme'

/**
 * Gives one of Luwte's own pages the colours the person chose: at once as they were last known, then as they are.
 *
 * @param known the colours the page has already, where somebody gave it some.
 */
export function followScheme(page: Document, known?: Scheme): void {
  show(page, known ?? schemeIn(localStorage.getItem(REMEMBERED)))
  void browser.storage.local.get(REPLICA).then(({ [REPLICA]: stored }) => take(page, stored))
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[REPLICA]) take(page, changes[REPLICA].newValue)
  })
}

function take(page: Document, stored: unknown): void {
  const { registers } = (stored ?? {}) as { registers?: Record<string, readonly unknown[]> }
  const scheme = schemeIn(registers?.[PATH]?.[1])
  localStorage.setItem(REMEMBERED, scheme)
  show(page, scheme)
}

function show(page: Document, scheme: Scheme): void {
  page.documentElement.dataset.scheme = scheme
}

function schemeIn(value: unknown): Scheme {
  return SCHEMES.find(scheme => scheme === value) ?? DEFAULT_LOOKS.scheme
}
