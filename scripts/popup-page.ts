import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const STYLES = /<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g
const MODULE = /\s*<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/
const PRELOADS = /\s*<link rel="modulepreload"[^>]*>/g
const FIRST = '<script src="/first.js"'

/**
 * Leaves in the built popup nothing that the script which draws it would wait for: its style sheets stand in the page, and its own code is
 * named to that script, which brings it once the popup is painted (docs/decisions/0053).
 *
 * @throws when the page does not look as expected, since the popup would not come to life then.
 */
export async function hastenPopup(outDir: string): Promise<void> {
  const path = join(outDir, 'popup.html')
  const html = await readFile(path, 'utf8')
  const code = html.match(MODULE)?.[1]
  if (!code || !html.includes(FIRST))
    throw new Error(`${path} has no code of its own, or nothing that draws it`)
  const files = [...html.matchAll(STYLES)].map(([, file = '']) => file)
  const styles = await Promise.all(files.map(file => readFile(join(outDir, file), 'utf8')))
  const hastened = html
    .replace(MODULE, '')
    .replace(PRELOADS, '')
    .replace(FIRST, `${FIRST} data-then="${code}"`)
    .replace(STYLES, () => `<style>${styles.shift()?.trim()}</style>`)
  await writeFile(path, hastened)
}
