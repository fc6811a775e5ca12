/** Draws assets/icon/{on,off}.svg as the PNGs in public/icon that browsers ask for. Run: `npx tsx scripts/icons.ts`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from './browsers'

const SHAPES = ['on', 'off']
const SIZES = [16, 32, 48, 96, 128]
/** Stores ask for room around the picture in the largest, which is the one they show. */
const STORE = { size: 128, room: 16 }
const ROOT = resolve(import.meta.dirname, '..')

async function draw(page: Page, shape: string, size: number): Promise<void> {
  const svg = await readFile(resolve(ROOT, `assets/icon/${shape}.svg`), 'utf8')
  await page.setViewportSize({ width: size, height: size })
  const room = size === STORE.size ? STORE.room : 0
  const style = `body { margin: ${room}px } svg { display: block; height: ${size - 2 * room}px }`
  await page.setContent(`<style>${style}</style>${svg}`)
  await writeFile(
    resolve(ROOT, `public/icon/${shape}-${size}.png`),
    await page.screenshot({ omitBackground: true }),
  )
}

const found = await findChromium()
if (!found) throw new Error('no Chromium-based browser found: install one or set CHROMIUM to its path')
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  await mkdir(resolve(ROOT, 'public/icon'), { recursive: true })
  const page = await browser.newPage()
  for (const shape of SHAPES) for (const size of SIZES) await draw(page, shape, size)
} finally {
  await browser.close()
}
