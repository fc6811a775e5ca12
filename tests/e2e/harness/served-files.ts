import { readFile } from 'node:fs/promises'
import { join, normalize, resolve, sep } from 'node:path'
import { build } from 'vite'

const ROOT = resolve(import.meta.dirname, '../../..')

/** Which folder each beginning of a path is served from; the first that fits counts. */
const FOLDERS = [
  { under: '/corpus/', folder: join(ROOT, 'tests/corpus/pages') },
  { under: '/npm/', folder: join(ROOT, 'node_modules') },
  { under: '/', folder: join(ROOT, 'tests/fixtures') },
]

/** Scripts of the corpus that import packages: what is served is the script with everything it imports. */
const BUNDLED = /tests.corpus.pages.*\.bundle\.js$/

const bundles = new Map<string, Promise<string>>()

/** @returns the file at a path of the site, or undefined where there is none. */
export async function readServed(path: string): Promise<string | Buffer | undefined> {
  const wanted = decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path)
  const place = FOLDERS.find(({ under }) => wanted.startsWith(under))
  const file = place && normalize(join(place.folder, wanted.slice(place.under.length)))
  if (!place || !file?.startsWith(place.folder + sep)) return undefined
  return BUNDLED.test(file) ? bundled(file) : readFile(file).catch(() => undefined)
}

function bundled(file: string): Promise<string> {
  const made = bundles.get(file) ?? bundle(file)
  bundles.set(file, made)
  return made
}

async function bundle(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'page' } },
  })
  const chunk = [output].flat().flatMap(each => ('output' in each ? each.output : []))[0]
  if (chunk?.type !== 'chunk') throw new Error(`${entry} did not bundle`)
  return chunk.code
}
