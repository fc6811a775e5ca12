/** Something the person wants of the background, which answers with the whole new state. */
export interface Wish<State> {
  /** A later wish of the same key takes the place of one that still waits. */
  readonly key: string
  /** It changes nothing, and what the background answers to any other wish answers it too. */
  readonly asks?: true
  send(): Promise<State>
  /** What the state will most likely be, to show until the answer is there. */
  ahead(state: State): State
}

/** What there is to show. */
export interface View<State> {
  /** The state with every wish in it; null until one is known. */
  readonly state: State | null
  /** The background did not answer, or refused. The wishes are kept. */
  readonly failed: boolean
}

export interface Wishes<State> {
  /** Shows the wish at once and sends it after the ones before it. Also tries again what failed. */
  add(wish: Wish<State>): void
  /** Sends what failed once more. */
  retry(): void
  /** Sends everything that waits without waiting itself: the page is going away. */
  flush(): void
}

/**
 * Sends wishes one at a time, each after the answer to the one before. A slider that is dragged asks no faster than the
 * background answers, and its last position is what counts. Nothing waits for a question: while the background is being
 * woken for one, a person may already press.
 *
 * @param known what is shown until the first answer, where there is such a thing.
 */
export function createWishes<State>(
  show: (view: View<State>) => void,
  known: State | null = null,
): Wishes<State> {
  let failed = false
  let underway: Wish<State> | null = null
  let waiting: readonly Wish<State>[] = []

  function publish(): void {
    const wishes = underway ? [underway, ...waiting] : waiting
    const state = known && wishes.reduce<State>((state, wish) => wish.ahead(state), known)
    show({ state, failed })
  }

  async function sendAll(): Promise<void> {
    while (!underway && waiting[0]) {
      const wish = waiting[0]
      underway = wish
      waiting = waiting.slice(1)
      const answer = await wish.send().then(
        state => ({ state }),
        () => null,
      )
      // A question that was given up: a later answer counts.
      if (underway !== wish) return
      underway = null
      failed = answer === null
      if (answer) known = answer.state
      else if (!waiting.some(({ key }) => key === wish.key)) waiting = [wish, ...waiting]
      publish()
      if (failed) return
    }
  }

  return {
    add(wish) {
      waiting = [...waiting.filter(({ key }) => key !== wish.key), wish]
      if (underway?.asks && !wish.asks) underway = null
      void sendAll()
      publish()
    },
    retry: () => void sendAll(),
    flush() {
      for (const wish of waiting) wish.send().catch(() => {})
    },
  }
}
