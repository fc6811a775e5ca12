/** Makes an element of HTML with a class and children. A page's policy on markup does not apply: no markup is parsed. */
export function make<K extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = page.createElement(name)
  if (className) element.className = className
  element.append(...children)
  return element
}

/** What a press does. Not a listener on the button: the host's own listener outlives what the page does to itself. */
const presses = new WeakMap<EventTarget, () => void>()

export function makeButton(page: Document, words: string, press: () => void): HTMLButtonElement {
  const button = make(page, 'button', '', words)
  button.type = 'button'
  presses.set(button, press)
  return button
}

/** Only the person can press: what a script makes up is not trusted. A button holds nothing but words, so it is the target. */
export function pressButton({ isTrusted, target }: Event): void {
  if (isTrusted && target) presses.get(target)?.()
}

/**
 * Lets the ring of the focus stay on what has it, or go from what had it: when the focus is given back to the page, the ring
 * fades with the surface and does not go out at once.
 */
export function keepRing(root: ShadowRoot, on: boolean): void {
  for (const button of root.querySelectorAll('button'))
    button.classList.toggle('ring', on && button.matches(':focus-visible'))
}
