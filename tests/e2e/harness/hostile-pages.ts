/** What a page sees of its browser's functions: each line of `off` and `on` that the other has not. */
export function differences(off: readonly string[], on: readonly string[]): readonly string[] {
  const were = new Set(off)
  const are = new Set(on)
  return [
    ...off.filter(line => !are.has(line)).map(line => `without calm mode: ${line}`),
    ...on.filter(line => !were.has(line)).map(line => `with calm mode: ${line}`),
  ]
}

/** Runs in `page-world/look.html`. */
export const LOOK = 'JSON.stringify(look())'
