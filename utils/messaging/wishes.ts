/** Something the person wants of the background, which answers with the whole new state. */
export interface Wish<State> {
  /** A later wish of the same key takes the place of one that still waits. */
  readonly key: string
  send(): Promise<State>
  /** What the state will most likely be, to show until the answer is there. */
  ahead(state: State): State
}

/** What there is to show. */
export interface View<State> {
  /** The state with every wish in it; null until the first answer. */
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
 * background answers, and its last position is what counts.
 */
export function createWishes<State>(show: (view: View<State>) => void): Wishes<State> {
  let known: State | null = null
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
      underway = waiting[0]
      waiting = waiting.slice(1)
      failed = !(await arrives(underway))
      underway = null
      publish()
      if (failed) return
    }
  }

  /** Keeps a wish that did not arrive, unless a later one has taken its place. */
  async function arrives(wish: Wish<State>): Promise<boolean> {
    try {
      known = await wish.send()
      return true
    } catch {
      if (!waiting.some(({ key }) => key === wish.key)) waiting = [wish, ...waiting]
      return false
    }
  }

  return {
    add(wish) {
      waiting = [...waiting.filter(({ key }) => key !== wish.key), wish]
      void sendAll()
      publish()
    },
    retry: () => void sendAll(),
    flush() {
      for (const wish of waiting) wish.send().catch(() => {})
    },
  }
}
