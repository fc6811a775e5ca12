// Makes the moving pictures of the tests, one of each format. Their files are kept in git; run this to change them.
// It needs `img2webp` and `avifenc`: on Debian, `apt-get install webp libavif-bin`.
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { encode } from 'fast-png'
import { encodeApng } from './apng'
import { encodeGif } from './gif'

const OUT = resolve('tests/fixtures/images')
const [WIDTH, HEIGHT] = [64, 48]
const DELAY_MS = 120

/** The first frame is the only one with this ground, so that a test can tell it from all others. */
const GROUNDS = [0x2050c0, 0xd0a020, 0x20a060, 0xc04080]
const DISC = 0xffffff
const PALETTE = [...GROUNDS, DISC]

/** A disc that goes round on a ground that changes: palette indices. */
function frame(at: number): Uint8Array {
  const [x, y] = [
    [16, 12],
    [48, 12],
    [48, 36],
    [16, 36],
  ][at] as [number, number]
  return Uint8Array.from({ length: WIDTH * HEIGHT }, (_, pixel) => {
    const apart = Math.hypot((pixel % WIDTH) - x, Math.floor(pixel / WIDTH) - y)
    return apart < 10 ? GROUNDS.length : at
  })
}

const coloured = (indices: Uint8Array): Uint8Array =>
  Uint8Array.from([...indices].flatMap(index => channels(PALETTE[index] ?? 0)))

const channels = (colour: number): number[] => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff, 0xff]

const frames = GROUNDS.map((_, at) => frame(at))
const png = (indices: Uint8Array) =>
  encode({ width: WIDTH, height: HEIGHT, data: coloured(indices), channels: 4 })
const gif = (shown: Uint8Array[]) =>
  encodeGif({ width: WIDTH, height: HEIGHT, palette: PALETTE, frames: shown, delayMs: DELAY_MS })

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<title>A disc</title>
<rect width="100%" height="100%" fill="#2050c0"/>`

const work = await mkdtemp(join(tmpdir(), 'pictures-'))
try {
  const files = await Promise.all(
    frames.map(async (indices, at) => {
      const file = join(work, `${at}.png`)
      await writeFile(file, png(indices))
      return file
    }),
  )
  const out = (name: string) => join(OUT, name)
  await writeFile(out('moving.gif'), gif(frames))
  await writeFile(out('still.gif'), gif(frames.slice(0, 1)))
  await writeFile(out('moving.png'), encodeApng(frames.map(png), DELAY_MS))
  await writeFile(out('still.png'), png(frame(0)))
  execFileSync('img2webp', [
    '-loop',
    '0',
    '-lossless',
    '-d',
    `${DELAY_MS}`,
    ...files,
    '-o',
    out('moving.webp'),
  ])
  execFileSync('img2webp', ['-lossless', ...files.slice(0, 1), '-o', out('still.webp')])
  execFileSync('avifenc', ['--timescale', '1000', '--duration', `${DELAY_MS}`, ...files, out('moving.avif')])
  execFileSync('avifenc', [...files.slice(0, 1), out('still.avif')])
  await writeFile(
    out('moving.svg'),
    `${DRAWING}<style>@keyframes across{to{transform:translate(32px)}}
circle{animation:across .5s infinite alternate}</style><circle cx="16" cy="24" r="10" fill="#fff"/></svg>`,
  )
  await writeFile(
    out('smil.svg'),
    `${DRAWING}<circle cx="16" cy="24" r="10" fill="#fff">
<animate attributeName="cx" values="16;48;16" dur="1s" repeatCount="indefinite"/></circle></svg>`,
  )
} finally {
  await rm(work, { recursive: true })
}
