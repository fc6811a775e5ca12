/** What a person did to a control: pressed it, or gave it a value, in part (`input`) or for good (`change`). */
interface Press {
  readonly target: HTMLElement
  readonly type: string
  readonly value: string | null
}

const HELD = ['click', 'input', 'change'] as const

/**
 * Keeps what is pressed, moved and typed until there is somebody to act on it. A key that presses a button or a box counts as a click.
 *
 * @returns what lets go of it: each thing is done once more, in turn.
 */
export function holdPresses(page: Document): () => void {
  const presses: Press[] = []
  const hold = (event: Event) => {
    const { target, type } = event
    if (!(target instanceof HTMLElement) || target.closest('a')) return
    // A box is not ticked, and nothing is folded out: whoever comes to life would take that back.
    event.preventDefault()
    event.stopPropagation()
    const value = target instanceof HTMLInputElement && type !== 'click' ? target.value : null
    const last = presses.at(-1)
    // Of a slider that is drawn along, where it came to.
    if (type === 'input' && last?.type === type && last.target === target) presses.pop()
    presses.push({ target, type, value })
  }
  for (const type of HELD) page.addEventListener(type, hold, true)
  return () => {
    for (const type of HELD) page.removeEventListener(type, hold, true)
    for (const press of presses) doAgain(press)
  }
}

function doAgain({ target, type, value }: Press): void {
  if (type === 'click') target.click()
  else {
    if (target instanceof HTMLInputElement && value !== null) target.value = value
    target.dispatchEvent(new Event(type, { bubbles: true }))
  }
}
