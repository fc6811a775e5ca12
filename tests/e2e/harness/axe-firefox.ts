import axe from 'axe-core'
import type { Page } from 'puppeteer-core'
import { type COLOURS, EVERY_RULE } from './axe-rules'

/** Exists in the page, once axe has been put there. */
declare const window: Window & { axe: typeof axe }

/** @returns what axe finds wrong with a page in Firefox. */
export async function axeFaults(
  page: Page,
  rules: typeof EVERY_RULE | typeof COLOURS = EVERY_RULE,
): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async rules => {
    const { violations } = await window.axe.run(rules)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
  }, rules)
}
