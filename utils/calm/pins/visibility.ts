import type { Turn } from './mover'

/** How visible a value lets its element be, from 0 to 1; null for a property that has no say in it. */
function visibilityOf(property: string, value: string): number | null {
  if (property === 'opacity') return value === '' ? 1 : Number.parseFloat(value)
  if (property === 'visibility') return value === 'hidden' || value === 'collapse' ? 0 : 1
  if (property === 'display') return value === 'none' ? 0 : 1
  return null
}

/** Sums up what a step makes of what is seen. */
export class Turning {
  #more = false
  #less = false

  /** Takes note of one property's change. */
  add(property: string, before: string, after: string): void {
    const from = visibilityOf(property, before)
    const to = visibilityOf(property, after)
    if (from === null || to === null || from === to) return
    if (to > from) this.#more = true
    else this.#less = true
  }

  get turn(): Turn {
    if (this.#more && this.#less) return 'swap'
    if (this.#more) return 'more'
    return this.#less ? 'less' : 'other'
  }
}
