import axe from 'axe-core'
import type { Page } from 'puppeteer-core'

/** Exists in the page, once axe has been put there. */
declare const window: Window & { axe: typeof axe }

/** @returns what axe finds wrong with a page in Firefox, contrast of 7 to 1 and up included. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await window.axe.run({ rules: { 'color-contrast-enhanced': { enabled: true } } })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
  })
}
