import { markAsOwn } from '@/utils/own-hosts'
import { pressButton } from './elements'

/**
 * What the page's style may not decide about the element. Inline and important, this wins over every rule of the page.
 * `filter` and `transition` are left out: calm mode dims with them.
 */
const FIRM: Readonly<Record<string, string>> = {
  display: 'flex',
  'flex-direction': 'column',
  position: 'fixed',
  inset: 'auto 16px 16px auto',
  'box-sizing': 'border-box',
  width: 'auto',
  height: 'auto',
  'min-width': '0',
  'min-height': '0',
  'max-width': 'calc(100% - 32px)',
  'max-height': 'calc(100% - 32px)',
  margin: '0',
  padding: '0',
  border: '0 none',
  outline: '0 none',
  background: 'none',
  'box-shadow': 'none',
  overflow: 'visible',
  opacity: '1',
  visibility: 'visible',
  'content-visibility': 'visible',
  contain: 'none',
  float: 'none',
  transform: 'none',
  translate: 'none',
  rotate: 'none',
  scale: 'none',
  zoom: '1',
  perspective: 'none',
  'clip-path': 'none',
  mask: 'none',
  'mix-blend-mode': 'normal',
  animation: 'none',
  'pointer-events': 'none',
  'z-index': '2147483647',
}

const STYLE = Object.entries(FIRM)
  .map(([property, value]) => `${property}: ${value} !important;`)
  .join(' ')

/** An element in the page that holds a surface. The page sees a plain `div` with a style and can look no further. */
export interface Host {
  readonly element: HTMLElement
  readonly root: ShadowRoot
  /** Takes back what the page did to the element itself. */
  restore(): void
  /** Has its buttons heed presses, and keeps what happens inside from the page, until `signal` aborts. */
  listen(signal: AbortSignal): void
}

/** Makes a host, not yet in the page. A popover is shown in the top layer by itself; a modal dialog inside needs none. */
export function createHost(page: Document, css: string, popover: boolean): Host {
  const element = page.createElement('div')
  markAsOwn(element)
  const root = element.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  let style = ''
  const restore = () => {
    for (const { name } of [...element.attributes]) {
      if (name !== 'style' && name !== 'popover') element.removeAttribute(name)
    }
    if (popover && element.popover !== 'manual') element.popover = 'manual'
    // By way of the object model: a style attribute would fall under the page's content security policy.
    if (!style || element.getAttribute('style') !== style) element.style.cssText = STYLE
    style = element.getAttribute('style') ?? ''
  }
  restore()
  const listen = (signal: AbortSignal) => {
    root.addEventListener('click', pressButton, { signal })
    for (const type of OWN_EVENTS) root.addEventListener(type, event => event.stopPropagation(), { signal })
  }
  return { element, root, restore, listen }
}

/** What would otherwise reach the page as if the person had done it to the host, and set off its shortcuts. */
const OWN_EVENTS =
  'click auxclick contextmenu mousedown mouseup pointerdown pointerup keydown keypress keyup focusin focusout'.split(
    ' ',
  )
