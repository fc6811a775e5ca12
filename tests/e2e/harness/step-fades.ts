/**
 * Takes the clock of every fade in a page into its own hand, and lets so much time pass for all of them. So a picture can
 * be taken of each moment of a fade, however slow the machine is. Runs in Luwte's own world of a page, by its source alone.
 *
 * @returns how many are still on their way, once that is on the screen.
 */
export function stepFades(ms: number): Promise<number> {
  interface World {
    /** The fades that are held on their way. */
    held?: Set<Animation>
    readonly chrome?: { readonly dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot | null } }
  }
  const world = globalThis as World
  world.held ??= new Set()
  const held = world.held
  const rootOf = (host: Element): ShadowRoot | null =>
    'openOrClosedShadowRoot' in host
      ? (host.openOrClosedShadowRoot as ShadowRoot | null)
      : (world.chrome?.dom?.openOrClosedShadowRoot(host) ?? null)
  const endOf = ({ effect }: Animation) => Number(effect?.getComputedTiming().endTime)
  const holdAtItsBeginning = (animation: Animation) => {
    held.add(animation)
    animation.pause()
    animation.currentTime = animation.playbackRate > 0 ? 0 : endOf(animation)
  }
  const isUnderWay = (animation: Animation) => {
    if (!held.has(animation)) holdAtItsBeginning(animation)
    const at = Number(animation.currentTime) + Math.sign(animation.playbackRate) * ms
    animation.currentTime = at
    if (animation.playbackRate > 0 ? at < endOf(animation) : at > 0) return true
    held.delete(animation)
    animation.finish()
    return false
  }
  const roots = [...document.querySelectorAll('html > div')].map(rootOf)
  const underWay = roots
    .flatMap(root => root?.getAnimations() ?? [])
    .filter(animation => held.has(animation) || animation.playState === 'running')
    .filter(isUnderWay).length
  return new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(() => seen(underWay))))
}

/** Ends every fade that is under way in a page, for what is not about fades. Runs as `stepFades` does, in Firefox alone. */
export function endFades(): void {
  for (const host of document.querySelectorAll('html > div')) {
    if (!('openOrClosedShadowRoot' in host)) continue
    const root = host.openOrClosedShadowRoot as ShadowRoot | null
    for (const animation of root?.getAnimations() ?? []) {
      if (animation.playState === 'running') animation.finish()
    }
  }
}

/** Steps the fades of the page in a tab, as a program for one of Luwte's own pages or its background. */
export const stepFadesIn = (tabId: number, ms: number): string =>
  `chrome.scripting
    .executeScript({ target: { tabId: ${tabId} }, func: ${stepFades}, args: [${ms}] })
    .then(([{ result }]) => result)`

/** Ends them, likewise. */
export const endFadesIn = (tabId: number): string =>
  `chrome.scripting
    .executeScript({ target: { tabId: ${tabId} }, func: ${endFades} })
    .then(() => {})`
