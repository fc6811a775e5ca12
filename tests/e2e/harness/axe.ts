import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { type COLOURS, EVERY_RULE } from './axe-rules'

/** @returns each fault that axe finds on a page, with where it is. */
export async function faultsOf(
  page: Page,
  rules: typeof EVERY_RULE | typeof COLOURS = EVERY_RULE,
): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(rules).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
}
