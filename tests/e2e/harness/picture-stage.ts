import { expect } from 'vitest'
import type { CorpusBrowser, CorpusBrowserOptions, OpenPage } from './corpus/stage'
import { isDimmed } from './corpus/stage'
import { boxesOf, movingFigures, notAtFirstFrame, picturePage } from './picture-fixtures'
import { type Site, SPARE_HOSTS, startSite } from './site'

/** A picture is read when the page has loaded, and on a busy machine that takes its time. */
export const SOON = { timeout: 20_000 }

/** A page of pictures, on a site of its own. */
interface PicturePage extends OpenPage {
  /** Turns calm mode on at its gentlest, or off, and waits until its light has come or gone. */
  calm(on: boolean): Promise<void>
  html(): Promise<string>
  boxes(): ReturnType<typeof boxesOf>
  /** The names of the figures in which something moves. */
  moving(): Promise<string[]>
  untilAllMove(names: readonly string[]): Promise<void>
  /** Waits until nothing moves, and every figure shows its first frame but those that show something `plain` instead. */
  untilStill(plain?: readonly string[]): Promise<void>
}

export interface PictureStage {
  readonly site: Site
  /** The address of another site. */
  readonly other: string
  open(content: string, headers?: Record<string, string>): Promise<PicturePage>
  close(): Promise<void>
}

/** A browser and a site for pages of pictures. */
export async function openPictureStage(
  openBrowser: (options: CorpusBrowserOptions) => Promise<CorpusBrowser>,
): Promise<PictureStage> {
  const viewport = { width: 720, height: 240 }
  const [site, luwte] = await Promise.all([startSite(), openBrowser({ viewport })])
  let opened = 0
  return {
    site,
    other: site.onHost(site.origin, 'site-b.test').replace(/\/$/, ''),
    async open(content, headers = {}) {
      const host = SPARE_HOSTS[opened++] as string
      const page = await luwte.open(site.onHost(site.page(content, { headers }), host))
      return picturesOn(page, async on => {
        await luwte.ask(host, 'calm.switch', { on })
        if (on) await luwte.ask(host, 'calm.level', { level: 1 })
      })
    },
    async close() {
      await Promise.all([luwte.close(), site.close()])
    },
  }
}

function picturesOn(page: OpenPage, switchCalm: (on: boolean) => Promise<void>): PicturePage {
  const moving = () => movingFigures(page, page.picture)
  return {
    ...page,
    async calm(on) {
      await switchCalm(on)
      await expect.poll(() => isDimmed(page), SOON).toBe(on)
      if (!on) await expect.poll(() => page.evaluate('document.adoptedStyleSheets.length'), SOON).toBe(0)
    },
    html: async () => String(await page.evaluate('document.documentElement.outerHTML')),
    boxes: () => boxesOf(page),
    moving,
    untilAllMove: names => expect.poll(moving, SOON).toEqual(names),
    async untilStill(plain = []) {
      await expect.poll(moving, SOON).toEqual([])
      const wrong = await notAtFirstFrame(page, await page.picture())
      expect(wrong.filter(name => !plain.includes(name))).toEqual([])
    },
  }
}

/** A picture plays for who presses it, or reaches it or what holds it by key, the first time, and rests again. */
export async function expectPlayedOnRequest({ open }: PictureStage): Promise<void> {
  const link = '<a href="#here"><img src="/images/moving.gif?link"></a>'
  const card = '<div tabindex="0"><img src="/images/moving.gif?card"></div>'
  const page = await open(
    picturePage({ one: '<img src="/images/moving.gif">', two: link, three: card, aside: '' }),
  )
  await page.calm(true)
  await expect.poll(() => page.moving(), SOON).toEqual([])

  await page.act('click #one img')
  expect(await page.moving()).toEqual(['one'])
  await page.act('hover #aside')
  await expect.poll(() => page.moving(), SOON).toEqual([])
  await page.act('click #one img')
  expect(await page.moving()).toEqual(['one'])
  await page.act('click #one img')
  await expect.poll(() => page.moving(), SOON).toEqual([])

  await page.act('focus #two a; press Enter')
  expect(await page.moving()).toEqual(['two'])
  await page.act('press Enter')
  await expect.poll(() => page.moving(), SOON).toEqual([])

  await page.act('focus #three div; press Space')
  expect(await page.moving()).toEqual(['three'])
  await page.act('focus #two a')
  await expect.poll(() => page.moving(), SOON).toEqual([])
  await page.close()
}
