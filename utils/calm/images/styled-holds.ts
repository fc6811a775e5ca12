import type { Root } from '../page/roots'
import { type Hold, holdByStyle } from './hold'
import type { Player } from './on-request'
import type { StylePictures } from './style-pictures'
import { type StyledUse, styledUses } from './styled-uses'

interface Held {
  readonly use: StyledUse
  readonly hold: Hold
}

/** The pictures that styles show, held at their first frames. */
export class StyledHolds {
  #held: Held[] = []

  /** @param plays tells what the person has asked to see move */
  constructor(
    private readonly pictures: StylePictures,
    private readonly plays: (hold: Hold) => boolean,
  ) {}

  /** Holds what moves in a root by now, and lets go of what its styles no longer show. */
  look(root: Root): void {
    const [mine, others] = this.#partition(({ use }) => use.element.getRootNode() === root)
    const gone = others.filter(({ use }) => !use.element.isConnected)
    // What a style shows is seen only where nothing is held in its place.
    for (const { hold } of [...mine, ...gone]) hold.play()
    const found = [...styledUses(root, url => this.pictures.has(url))]
    this.#held = others.filter(({ use }) => use.element.isConnected)
    for (const use of found) {
      const before = mine.find(held => isSame(held.use, use))
      if (before && !this.plays(before.hold)) before.hold.rest()
      const held = before ?? this.#hold(use)
      if (held) this.#held.push(held)
    }
  }

  players(): Player[] {
    return this.#held.map(({ use, hold }) => ({ element: use.element, hold, isPicture: false }))
  }

  release(): void {
    for (const { hold } of this.#held) hold.play()
  }

  #hold(use: StyledUse): Held | null {
    const styles = this.pictures.stylesFor(use)
    return styles && { use, hold: holdByStyle(use.element, styles, use.pseudo) }
  }

  #partition(mine: (held: Held) => boolean): [Held[], Held[]] {
    return [this.#held.filter(mine), this.#held.filter(held => !mine(held))]
  }
}

function isSame(one: StyledUse, other: StyledUse): boolean {
  return (
    one.element === other.element &&
    one.pseudo === other.pseudo &&
    one.place === other.place &&
    one.value === other.value
  )
}
