import type { Effect } from '../effects/effect'
import type { Leftover } from '../leftovers'
import { type CalmOptions, NEUTRAL_OPTIONS, type OptionId } from '../options'

interface Run {
  readonly options: CalmOptions
  readonly ending: AbortController
}

/** The effects at work on a page, each with the options it shows. An effect without a run leaves the page alone. */
export class RunningEffects {
  readonly #runs = new Map<Effect, Run>()

  constructor(
    private readonly page: Document,
    private readonly effects: readonly Effect[],
  ) {}

  /** @returns the value of an option that the page shows now. */
  value(id: OptionId): number {
    const effect = this.effects.find(({ options }) => options.includes(id))
    return (effect ? this.#shown(effect) : NEUTRAL_OPTIONS)[id]
  }

  /** @returns whether these options would change where things stand on the page. */
  wouldMove(options: CalmOptions): boolean {
    return this.layout() !== this.layout(options)
  }

  /** @returns a name for where things stand on the page, now or with other options: the same name, the same layout. */
  layout(options?: CalmOptions): string {
    const moving = this.effects.filter(({ movesLayout }) => movesLayout)
    return moving.flatMap(effect => effect.options.map(id => (options ?? this.#shown(effect))[id])).join()
  }

  /** Brings the effects to these options; those that show them already are left alone. */
  apply(options: CalmOptions, which: (effect: Effect) => boolean = () => true): void {
    for (const effect of this.effects) {
      if (which(effect) && this.#differs(effect, options)) this.#run(effect, options)
    }
  }

  /** Has every effect at work begin again, on a page that has taken away what they had begun. */
  renew(): void {
    for (const [effect, { options, ending }] of [...this.#runs]) {
      // First, since what two runs share would not begin again; nothing is painted between.
      ending.abort()
      this.#run(effect, options)
    }
  }

  /** @returns what the effects at work could not calm, each kind once. */
  leftovers(): Leftover[] {
    const left = [...this.#runs.keys()].flatMap(effect => [...(effect.leftovers?.(this.page) ?? [])])
    return [...new Set(left)]
  }

  #run(effect: Effect, options: CalmOptions): void {
    const before = this.#runs.get(effect)
    this.#runs.delete(effect)
    if (effect.options.some(id => options[id] !== NEUTRAL_OPTIONS[id])) {
      const ending = new AbortController()
      effect.apply(this.page, options, ending.signal)
      this.#runs.set(effect, { options, ending })
    }
    // Only now: the new state stands before the old one goes, so that nothing of the bare page is painted between.
    before?.ending.abort()
  }

  #differs(effect: Effect, options: CalmOptions): boolean {
    return effect.options.some(id => options[id] !== this.#shown(effect)[id])
  }

  #shown(effect: Effect): CalmOptions {
    return this.#runs.get(effect)?.options ?? NEUTRAL_OPTIONS
  }
}
