/**
 * Keeps what is pressed until there is somebody to act on it. A key that presses a button or a box counts as a click.
 *
 * @returns what lets go of it: each thing is pressed once more, in turn.
 */
export function holdClicks(page: Document): () => void {
  const pressed: HTMLElement[] = []
  const hold = (event: Event) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || target.closest('a, summary')) return
    event.preventDefault()
    event.stopPropagation()
    pressed.push(target)
  }
  page.addEventListener('click', hold, true)
  return () => {
    page.removeEventListener('click', hold, true)
    for (const target of pressed) target.click()
  }
}
