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

/** A button that only the person can press: what a script makes up is not trusted. */
export function makeButton(page: Document, words: string, press: () => void): HTMLButtonElement {
  const button = make(page, 'button', '', words)
  button.type = 'button'
  button.addEventListener('click', ({ isTrusted }) => isTrusted && press())
  return button
}

/**
 * Lets the ring of the focus stay on what has it, or go from what had it: when the focus is given back to the page, the ring
 * fades with the surface and does not go out at once.
 */
export function keepRing(root: ShadowRoot, on: boolean): void {
  for (const button of root.querySelectorAll('button'))
    button.classList.toggle('ring', on && button.matches(':focus-visible'))
}
