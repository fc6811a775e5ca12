import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'

export const POPUP = 'popup.html'
export const EMPTY = 'empty/index.html'

/** Milliseconds from the press on the icon until the popup's first text is painted, and until all of it is. */
export interface Opening {
  readonly text: number
  readonly whole: number
}

/** Opens popups the way a press on the icon does. */
export interface Openings {
  open(popup: typeof POPUP | typeof EMPTY, background: 'awake' | 'asleep'): Promise<Opening>
  close(): Promise<void>
}

/** @returns a folder with a copy of a built Luwte that also holds an empty Preact popup; the caller removes it. */
export async function withEmptyPopup(extension: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'luwte-popup-'))
  await cp(extension, folder, { recursive: true })
  await build({
    root: resolve(import.meta.dirname, 'empty-popup'),
    base: '/empty/',
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(folder, 'empty'), modulePreload: { polyfill: false } },
  })
  return folder
}
