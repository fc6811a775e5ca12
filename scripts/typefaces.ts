// Gives the build its letters: for each typeface one script that carries its files, from the packages they come in.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { LetterFile } from '../utils/calm/page/parts'
import { type PartName, partFile } from '../utils/calm/parts'

const PACKAGES: readonly (readonly [part: PartName, name: string])[] = [
  ['typeface-1', 'atkinson-hyperlegible-next'],
  ['typeface-2', 'lexend'],
  ['typeface-3', 'opendyslexic'],
]
const SUBSETS = ['latin', 'latin-ext']
const WEIGHTS = ['400', '700']

/** A package that has its letters in one piece does not say which they are: those of Latin script. */
const ALL_OF_LATIN = 'U+0000-02FF,U+1E00-1EFF,U+2000-206F,U+20A0-20CF,U+2100-214F'

const require = createRequire(import.meta.url)

/** @returns every script of letters, with its path in the build. */
export function typefaceFiles(): { path: string; contents: string }[] {
  return PACKAGES.map(([part, name]) => ({ path: partFile(part), contents: script(part, lettersOf(name)) }))
}

function lettersOf(name: string): LetterFile[] {
  const folder = dirname(require.resolve(`@fontsource/${name}/package.json`))
  const ranges: Record<string, string> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'))
  const subsets = SUBSETS.filter(subset => subset in ranges)
  return (subsets.length > 0 ? subsets : ['latin']).flatMap(subset =>
    WEIGHTS.map(weight => ({
      weight,
      unicodeRange: ranges[subset] ?? ALL_OF_LATIN,
      data: readFileSync(join(folder, `files/${name}-${subset}-${weight}-normal.woff2`), 'base64'),
    })),
  )
}

function script(part: PartName, files: LetterFile[]): string {
  const world = 'globalThis.calmParts'
  return `${world}={...${world},${JSON.stringify(part)}:${JSON.stringify(files)}}\nglobalThis.calmPartCame?.()\n`
}
