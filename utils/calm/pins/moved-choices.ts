import type { Holder } from './holder'
import { Mover } from './mover'
import { letGo, settle } from './settle'

/** Radio buttons that belong together, or a checkbox by itself. */
interface Choice {
  readonly mover: Mover
  inputs: readonly HTMLInputElement[]
  /** What is taken after the last step, or shown while it is held. */
  shown: ReadonlySet<HTMLInputElement>
  /** What the page has taken last. */
  own: ReadonlySet<HTMLInputElement>
}

/** Holds choices that a script takes by turns, by taking again what was taken before the next paint. */
export class MovedChoices implements Holder {
  readonly #choices = new WeakMap<HTMLInputElement, Choice>()
  readonly #held = new Set<Choice>()
  #changed = new Set<HTMLInputElement>()

  /** A script has changed which choice is taken, of which the tree tells nothing. */
  chosen(element: Element): void {
    if (element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type))
      this.#changed.add(element)
  }

  note(): boolean {
    return false
  }

  look(now: number, isTheirs: boolean): void {
    const changed = new Set([...this.#changed].map(input => this.#choiceOf(input)))
    this.#changed = new Set()
    for (const choice of changed) {
      choice.own = takenOf(choice.inputs)
      if (choice.mover.held || !isTheirs) choice.mover.step(now, 'swap')
      if (choice.mover.held) this.#hold(choice)
      else choice.shown = choice.own
    }
  }

  settle(now: number): number {
    return settle(this.#held, choice => this.#free(choice), now)
  }

  letGo(): void {
    letGo(this.#held, choice => this.#free(choice))
  }

  #hold(choice: Choice): void {
    this.#held.add(choice)
    take(choice, choice.shown)
  }

  #free(choice: Choice): void {
    this.#held.delete(choice)
    take(choice, choice.own)
  }

  #choiceOf(input: HTMLInputElement): Choice {
    const inputs = input.type === 'radio' ? besides(input) : [input]
    const known = inputs.map(other => this.#choices.get(other)).find(choice => choice !== undefined)
    const choice = known ?? { mover: new Mover(), inputs, shown: new Set(), own: new Set() }
    choice.inputs = inputs
    for (const other of inputs) this.#choices.set(other, choice)
    return choice
  }
}

/** @returns the radio buttons of which one can be taken. */
function besides(input: HTMLInputElement): readonly HTMLInputElement[] {
  const root = input.getRootNode() as Document | ShadowRoot | Element
  return [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
    other => other === input || (other.name === input.name && input.name !== '' && other.form === input.form),
  )
}

function takenOf(inputs: readonly HTMLInputElement[]): ReadonlySet<HTMLInputElement> {
  return new Set(inputs.filter(input => input.checked))
}

function take({ inputs }: Choice, taken: ReadonlySet<HTMLInputElement>): void {
  for (const input of inputs) if (input.checked !== taken.has(input)) input.checked = taken.has(input)
}
