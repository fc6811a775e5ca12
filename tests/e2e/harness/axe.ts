import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Everything axe knows, with the contrast that tired eyes need: 7 to 1. */
const EVERY_RULE = { rules: { 'color-contrast-enhanced': { enabled: true } } }
/** The rules on colours alone. */
export const COLOURS = { runOnly: ['color-contrast', 'color-contrast-enhanced'] }

/** @returns each fault that axe finds on a page, with where it is. */
export async function faultsOf(
  page: Page,
  rules: typeof EVERY_RULE | typeof COLOURS = EVERY_RULE,
): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(rules).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
}
