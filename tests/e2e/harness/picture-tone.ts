import { expect, test } from 'vitest'
import type { OptionId } from '../../../utils/calm/options'
import { colourAt, differingShare } from './pixels'
import type { Site } from './site'

/** What these tests need of a browser with Luwte in it. */
interface Stage<P> {
  site(): Site
  /** A page that is loaded with these options in force. */
  open(html: string, options: Partial<Record<OptionId, number>>): Promise<P>
  adjust(options: Partial<Record<OptionId, number>>): Promise<void>
  /** Evaluates a script in the page. */
  ask(page: P, script: string): Promise<string>
  settle(page: P): Promise<Uint8Array>
  /** Whether a picture of another site that has failed can be told from one that came. */
  readonly toldOfAll: boolean
  close(page: P): Promise<unknown>
}

/** Where the cells of the page below stand, and how large they are, in CSS pixels. */
const SIDE = 100
const CELLS = [
  'words',
  'before',
  'empty',
  'layers',
  'inline',
  'set',
  'shadow',
  'photo-light-words',
  'photo-dark-words',
] as const
type Cell = (typeof CELLS)[number]

/** The left half of a picture is red, the right half transparent; a photo is of one colour. */
const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}">${inside}</svg>`
const HALF = svg(`<rect width="${SIDE / 2}" height="${SIDE}" fill="#d02020"/>`)
const PHOTO = svg(`<rect width="${SIDE}" height="${SIDE}" fill="#7a5a3a"/>`)

function pageWith(half: string, photo: string, gone: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Cells</title><style>
    body{margin:0;background:#dde6f4;font:10px/1 monospace}
    body>*{position:relative;float:left;box-sizing:border-box;width:${SIDE}px;height:${SIDE}px;padding-top:80px}
    .words,.layers{background-image:url(${half})}
    .before::before{content:"";position:absolute;inset:0;background:url(${half});z-index:-1}
    .before{z-index:0}
    .empty{background:url(${half})}
    .layers{background-image:linear-gradient(transparent 60px,#203040 60px),url(${half})}
    .set{background-image:image-set(url(${half}) 1x,url(${half}) 2x)}
    .photo-light-words{background:url(${photo});color:#fff}
    .photo-dark-words{background:url(${photo});color:#000}
    .gone{background:url(${gone})}
  </style><div class="words">Words</div><div class="before">Words</div><div class="empty"></div><div class="layers">Words</div>
  <div style="background-image:url(${half})">Words</div><div class="set">Words</div><div id="host"></div>
  <div class="photo-light-words">Words</div><div class="photo-dark-words">Words</div><div class="gone">Gone</div>
  <script>host.attachShadow({mode:'closed'}).innerHTML='<p style="margin:-80px 0 0;height:100px;background:url(${half})">W</p>'
  </script>`
}

/** The middle of the coloured half of a cell, of its transparent half, and of where its gradient is. */
const left = (cell: Cell) => [CELLS.indexOf(cell) * SIDE + 20, 40] as const
const right = (cell: Cell) => [CELLS.indexOf(cell) * SIDE + 80, 40] as const

const colourfulness = ([red, green, blue]: readonly number[]) =>
  Math.max(red ?? 0, green ?? 0, blue ?? 0) - Math.min(red ?? 0, green ?? 0, blue ?? 0)
const light = (colour: readonly number[]) => colour.reduce((sum, channel) => sum + channel, 0)

const PICTURES = CELLS.filter(cell => !cell.startsWith('photo'))

/** Tests of pictures that styles show, made grey or softer, for one browser. */
export function describePictureTone<P>({
  site,
  open,
  adjust,
  ask,
  settle,
  close,
  toldOfAll,
}: Stage<P>): void {
  let pages = 0
  const onPage = (url: string) => site().onHost(url, 'site-a.test')

  /** The page, and how often each of its pictures was asked for. */
  const cells = () => {
    const served = (body: string) => site().page(body, { headers: { 'content-type': 'image/svg+xml' } })
    const gone = site().url(`/gone-${++pages}.png`)
    const urls = [served(HALF), site().onOtherOrigin(served(PHOTO)), toldOfAll ? gone : onPage(gone)] as const
    const html = pageWith(...urls)
    return { html, asked: () => urls.map(url => site().requests(url)) }
  }

  test('pictures behind text are grey or softer where it is asked for, and the page is as it was afterwards', async () => {
    const { html, asked } = cells()
    // What holds moving pictures shows some by animations too.
    const page = await open(html, { pictureTone: 0, images: 0 })
    const own = await settle(page)
    const tree = await ask(page, 'document.documentElement.outerHTML')
    const before = asked()
    await adjust({ pictureTone: 2 })
    await expect
      .poll(async () => colourfulness(colourAt(await settle(page), ...left('words'))), { timeout: 15_000 })
      .toBeLessThan(8)
    const grey = await settle(page)
    for (const cell of PICTURES) {
      expect(colourfulness(colourAt(own, ...left(cell))), cell).toBeGreaterThan(90)
      expect(colourfulness(colourAt(grey, ...left(cell))), cell).toBeLessThan(8)
      // What is transparent in a picture stays so.
      expect(colourAt(grey, ...right(cell)), cell).toEqual(colourAt(own, ...right(cell)))
    }
    const gradient = [CELLS.indexOf('layers') * SIDE + 20, 70] as const
    expect(colourAt(grey, ...gradient)).toEqual(colourAt(own, ...gradient))

    await adjust({ pictureTone: 1 })
    await expect
      .poll(async () => colourfulness(colourAt(await settle(page), ...left('words'))), { timeout: 15_000 })
      .toBeGreaterThan(20)
    const soft = await settle(page)
    for (const cell of PICTURES) {
      const [plain, softer] = [own, soft].map(picture => colourfulness(colourAt(picture, ...left(cell))))
      expect(softer, cell).toBeLessThan((plain ?? 0) * 0.75)
    }
    const lights = (cell: Cell) => [own, soft].map(picture => light(colourAt(picture, ...left(cell))))
    const [behindLight = 0, softBehindLight = 0] = lights('photo-light-words')
    const [behindDark = 0, softBehindDark = 0] = lights('photo-dark-words')
    expect(softBehindLight).toBeLessThan(behindLight * 0.7)
    expect(softBehindDark).toBeGreaterThan(behindDark * 1.2)
    expect(await ask(page, 'document.documentElement.outerHTML')).toBe(tree)

    await adjust({ pictureTone: 0 })
    await expect.poll(async () => differingShare(own, await settle(page)), { timeout: 15_000 }).toBe(0)
    expect(await ask(page, 'String(document.getAnimations().length)')).toBe('0')
    expect(asked()).toEqual(before)
    await close(page)
  })

  test('a picture that comes later is in the tone too', async () => {
    const page = await open(cells().html, { pictureTone: 2, images: 1 })
    const toneOf = async (cell: Cell) => colourfulness(colourAt(await settle(page), ...left(cell)))
    await expect.poll(() => toneOf('words'), { timeout: 15_000 }).toBeLessThan(8)
    const half = await ask(page, `getComputedStyle(document.querySelector('.empty')).backgroundImage`)
    await ask(
      page,
      `(()=>{const cell=document.querySelector('.photo-dark-words');cell.className='late';
        const style=document.createElement('style');style.textContent='.late{background-image:${half.replaceAll('"', '')}}';
        document.head.append(style);return ''})()`,
    )
    const ground = async () => light(colourAt(await settle(page), ...right('photo-dark-words')))
    await expect.poll(ground).toBeGreaterThan(500)
    await expect.poll(() => toneOf('photo-dark-words'), { timeout: 15_000 }).toBeLessThan(8)
    await close(page)
  })
}
