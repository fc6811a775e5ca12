import { resolve } from 'node:path'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sentencesIn } from './harness/articles'
import { launchBareChromium } from './harness/bare'
import { bundle } from './harness/effects'
import type { Divide } from './harness/portions-in-page'

/** Exists in the page, where the functions given to `evaluate` run. */
declare const divide: Divide

const RUNS = 40

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBareChromium()
  page = await browser.newPage({ viewport: { width: 700, height: 600 } })
  await page.setContent('<!doctype html><main><article style="font:18px/1.6 serif"></article></main>')
  await page.evaluate(await bundle(resolve(import.meta.dirname, 'harness/portions-in-page.ts')))
})
afterAll(() => browser?.close())

/** How an article is built, as counts of sentences: each block has what is never cut in it. */
const block = fc.record({
  kind: fc.constantFrom('p', 'p', 'p', 'h2', 'ul', 'ol', 'table', 'pre', 'blockquote', 'figure'),
  counts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
})

const bare = (text: string) => text.replace(/\s+/g, '')

/** @returns an article, and every text in it that has to stay in one portion. */
function written(blocks: readonly { kind: string; counts: number[] }[], script: 'en' | 'ar' | 'zh') {
  const sentences = sentencesIn(script)
  const gap = script === 'zh' ? '' : ' '
  const uncut: string[] = []
  let number = 0
  const run = (count: number) => {
    // Numbered, so that none is within another.
    const next = () => `${String(++number).padStart(3, '0')} ${sentences[number % sentences.length]}`
    const texts = Array.from({ length: count }, next)
    return { texts, text: texts.join(gap) }
  }
  const html = blocks.map(({ kind, counts }) => {
    const runs = counts.map(run)
    const all = runs.map(({ text }) => text)
    if (kind === 'p' || kind === 'blockquote') {
      uncut.push(...runs.flatMap(({ texts }) => texts))
      const paragraphs = all.map(text => `<p>${text}</p>`).join('')
      return kind === 'p' ? paragraphs : `<blockquote>${paragraphs}</blockquote>`
    }
    if (kind === 'ul' || kind === 'ol') {
      uncut.push(...all)
      return `<${kind}>${all.map(text => `<li>${text}</li>`).join('')}</${kind}>`
    }
    uncut.push(all.join(''))
    if (kind === 'table') return `<table>${all.map(text => `<tr><td>${text}</td></tr>`).join('')}</table>`
    return `<${kind}>${all.join('')}</${kind}>`
  })
  return { html: html.join('\n'), uncut: uncut.map(bare) }
}

test.each(['en', 'ar', 'zh'] as const)(
  'portions of any article are that article, and cut no sentence, item, table, code or heading off: %s',
  async script => {
    const limits = fc.record({
      size: fc.integer({ min: 60, max: 900 }),
      words: fc.integer({ min: 20, max: 600 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 12 }), limits, async (blocks, limits) => {
        const { html, uncut } = written(blocks, script)
        const portions = await page.evaluate(({ html, script, limits }) => divide(html, script, limits), {
          html,
          script,
          limits,
        })
        const texts = portions.map(({ text }) => bare(text))
        expect(texts.join('')).toBe(bare(html.replace(/<[^>]*>/g, '')))
        for (const text of uncut) expect(texts.filter(portion => portion.includes(text))).toHaveLength(1)
        for (const { last } of portions.slice(0, -1)) expect(last).not.toBe('h2')
      }),
      { numRuns: RUNS },
    )
  },
)
