import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Part } from './moving-parts'

const FIXTURES = resolve(import.meta.dirname, '../../fixtures')

/** How many frames stand side by side, and how large each is, in CSS pixels. */
const COLUMNS = 6
const WIDTH = 200
const HEIGHT = 130

/** A page that shows many at once, each in a frame of its own, and where each stands in it. */
export interface Wall {
  readonly html: string
  readonly parts: readonly Part[]
  readonly viewport: { readonly width: number; readonly height: number }
}

/** @param folders of fixtures, of which those that move are shown */
export function motionWall(...folders: string[]): Wall {
  const paths = folders.flatMap(folder =>
    readdirSync(resolve(FIXTURES, folder))
      .filter(file => file.startsWith('moves-'))
      .map(file => `/${folder}/${file}`),
  )
  const parts = paths.map((name, at) => ({
    name,
    x: (at % COLUMNS) * WIDTH,
    y: Math.floor(at / COLUMNS) * HEIGHT,
    width: WIDTH,
    height: HEIGHT,
  }))
  const frames = parts.map(
    ({ name, x, y }) =>
      `<iframe src="${name}" scrolling="no" style="position:absolute;left:${x}px;top:${y}px;width:${WIDTH}px;height:${HEIGHT}px;border:0"></iframe>`,
  )
  const rows = Math.ceil(paths.length / COLUMNS)
  return {
    html: `<!doctype html><title>Wall</title>${frames.join('')}`,
    parts,
    viewport: { width: COLUMNS * WIDTH, height: rows * HEIGHT },
  }
}
