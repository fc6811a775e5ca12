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
