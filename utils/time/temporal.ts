/**
 * The platform's Temporal, the only calendar arithmetic in the project.
 *
 * Chromium 144 and Firefox 142, the lowest versions the manifest allows, have it. Where a runtime lacks it (Node,
 * in the unit tests), a polyfill is installed on `globalThis` before the first call: see tests/setup/temporal.ts.
 * Nothing the extension ships imports that polyfill.
 *
 * @throws {Error} when neither is there, which is a fault of the build and not of the person's data.
 */
export function temporal(): typeof Temporal {
  if (!('Temporal' in globalThis)) throw new Error('Temporal is missing: load a polyfill first')
  return Temporal
}
