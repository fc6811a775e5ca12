import { disable, enable, setFetchMethod } from 'darkreader'
import type { PartsWorld } from '../page/parts'

/** Dark grey and soft white: less of a contrast than black and white, and still above 7 to 1. */
const COLOURS = { darkSchemeBackgroundColor: '#181a1b', darkSchemeTextColor: '#d6d2c8' }

/** No script of the engine's may enter the page's own world. */
const FIXES = {
  invert: [],
  css: '',
  ignoreInlineStyle: [],
  ignoreImageAnalysis: ['*'],
  disableStyleSheetsProxy: true,
  disableCustomElementRegistryProxy: true,
  ignoreCSSUrl: [],
}

/** What the build has the engine use instead of the extension API and of the network. */
interface EngineWorld extends PartsWorld {
  engineRuntime?: object
  engineFetch?: () => Promise<never>
}

/** Puts Dark Reader's engine where calm mode finds it. It may ask nothing of any network. */
export function provideDarkEngine(): void {
  const world = globalThis as EngineWorld
  const refuse = () => Promise.reject(new Error('not readable here'))
  world.engineFetch = refuse
  setFetchMethod(refuse)
  world.calmParts = { ...world.calmParts, dark: { enable: () => enable(COLOURS, FIXES), disable } }
  world.calmPartCame?.()
}
