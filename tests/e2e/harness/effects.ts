import { resolve } from 'node:path'
import { build } from 'vite'
import { type CalmOptions, NEUTRAL_OPTIONS } from '../../../utils/calm/options'

/** The part of a page that Playwright's and Puppeteer's have in common. */
interface ScriptedPage {
  evaluate(script: string): Promise<unknown>
}

let effects: Promise<string> | undefined

/**
 * The effects as one classic script, for a page in a browser without the extension: `globalThis.effects`, by id.
 * Have it run before the page's own scripts (`addInitScript`, `evaluateOnNewDocument`), to reach closed shadow roots.
 */
export function bundleEffects(): Promise<string> {
  effects ??= bundle(resolve(import.meta.dirname, 'effects-in-page.ts'))
  return effects
}

/**
 * Turns an effect on in the page's top frame; options not named stay neutral.
 * @returns what turns it off again.
 */
export async function turnOn(
  page: ScriptedPage,
  id: string,
  options: Partial<CalmOptions>,
): Promise<() => Promise<void>> {
  const all = JSON.stringify({ ...NEUTRAL_OPTIONS, ...options })
  const index = await page.evaluate(`(() => {
    const applied = (globalThis.applied ??= [])
    const controller = new AbortController()
    effects[${JSON.stringify(id)}].apply(document, ${all}, controller.signal)
    return applied.push(controller) - 1
  })()`)
  return async () => {
    await page.evaluate(`applied[${index}].abort()`)
  }
}

/** A module with all that it imports, as one classic script. */
export async function bundle(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry,
        formats: ['iife'],
        name: 'inPage',
      },
    },
  })
  const chunk = [output].flat().flatMap(each => ('output' in each ? each.output : []))[0]
  if (chunk?.type !== 'chunk') throw new Error(`${entry} did not bundle`)
  return chunk.code
}
