/**
 * What a theme asks of the one filter that the root of a page can have:
 * `held` keeps the page nearly dark until the theme has done its work, `inverted` turns light into dark.
 */
export type PageLight = 'own' | 'held' | 'inverted'

/** Turns light into dark and keeps hues; done twice it changes next to nothing. */
export const INVERSION = 'invert(100%) hue-rotate(180deg)'

interface Light {
  now: PageLight
  readonly listeners: Set<() => void>
}

const lights = new WeakMap<Document, Light>()

function lightOf(page: Document): Light {
  const known = lights.get(page) ?? { now: 'own' as const, listeners: new Set<() => void>() }
  lights.set(page, known)
  return known
}

export function askPageLight(page: Document, light: PageLight): void {
  const state = lightOf(page)
  if (state.now === light) return
  state.now = light
  for (const listener of [...state.listeners]) listener()
}

/** Gives what is asked for to `show`, now and at each change, until `signal` aborts. */
export function followPageLight(page: Document, show: (light: PageLight) => void, signal: AbortSignal): void {
  if (signal.aborted) return
  const { listeners } = lightOf(page)
  const listener = () => show(lightOf(page).now)
  listeners.add(listener)
  signal.addEventListener('abort', () => listeners.delete(listener))
  listener()
}
