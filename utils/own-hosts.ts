/** Shared by Luwte's scripts in the extension's own world of a page. Pages have a world, and globals, of their own. */
interface OwnWorld {
  ownHosts?: WeakSet<Element>
}

const world = globalThis as OwnWorld

/** Marks the element that holds one of Luwte's own surfaces. The page cannot tell. */
export function markAsOwn(host: Element): void {
  world.ownHosts ??= new WeakSet()
  world.ownHosts.add(host)
}

/** @returns whether the element holds one of Luwte's own surfaces, which effects on pages leave as they are. */
export function isOwn(element: Element): boolean {
  return world.ownHosts?.has(element) ?? false
}
