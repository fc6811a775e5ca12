import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { type DecodedPng, decode } from 'fast-png'

/** Where a picture stands in a fixture page, in CSS pixels of the view. */
type Box = readonly [name: string, left: number, top: number, width: number, height: number]

/** The part of a page that Playwright's and Puppeteer's have in common. */
interface SeenPage {
  evaluate(script: string): Promise<unknown>
}

const MOVING = '/images/moving'
const PICTURES = 7
const APART_MS = 110
/** Counted from a picture's left top, here the ground of every first frame is to be seen. */
const [GROUND_X, GROUND_Y] = [4, 40]

/** Every way to show a picture that moves, by name; `other` is the address of another site. */
export function movingPictures(other: string): Record<string, string> {
  const data = `data:image/gif;base64,${readFileSync('tests/fixtures/images/moving.gif', 'base64')}`
  const box = (style: string) => `<div style="width:64px;height:48px;${style}"></div>`
  return {
    gif: `<img src="${MOVING}.gif">`,
    elsewhere: `<img src="${other}${MOVING}.gif?elsewhere">`,
    apng: `<img src="${MOVING}.png">`,
    webp: `<img src="${other}${MOVING}.webp">`,
    avif: `<img src="${MOVING}.avif">`,
    svg: `<img src="${other}${MOVING}.svg">`,
    smil: `<img src="/images/smil.svg">`,
    srcset: `<img src="/images/still.png" srcset="${other}${MOVING}.gif?srcset 1x">`,
    picture: `<picture><source srcset="${MOVING}.webp?picture"><img src="/images/still.png"></picture>`,
    data: `<img src="${data}">`,
    blob: `<img id="blob-image"><script>fetch('${MOVING}.gif?blob').then(reply => reply.blob()).then(blob => {
      document.querySelector('#blob-image').src = URL.createObjectURL(blob) })</script>`,
    drawing: `<svg width="64" height="48"><image href="${MOVING}.gif?drawing" width="64" height="48"/></svg>`,
    input: `<input type=image src="${MOVING}.gif?input">`,
    object: `<object data="${MOVING}.gif?object"></object>`,
    embed: `<embed src="${other}${MOVING}.webp?embed">`,
    background: box(`background:url(${MOVING}.gif?background)`),
    layered: box(`background:linear-gradient(#fff4,#fff4),url(${other}${MOVING}.webp?layered)`),
    border: box(`box-sizing:border-box;border:20px solid;border-image:url(${MOVING}.png?border) 20`),
    variable: box(`--x:url(${MOVING}.gif?variable);background:var(--x)`),
    before: `<style>#before::before{content:url(${other}${MOVING}.avif?before)}</style>`,
    marker: `<li style="list-style:inside url(${MOVING}.gif?marker)"></li>`,
    shadow: `<script>{const host = document.createElement('div')
      document.currentScript.after(host)
      host.attachShadow({ mode: 'closed' }).innerHTML = '<img src="${other}${MOVING}.gif?shadow">'}</script>`,
  }
}

/** A page with these pictures, each in a figure that has its name. */
export function picturePage(pictures: Record<string, string>): string {
  const figures = Object.entries(pictures).map(([name, html]) => `<figure id="${name}">${html}</figure>`)
  return `<!doctype html><style>
    figure{display:inline-block;margin:6px;width:70px;height:60px;vertical-align:top;line-height:0}
    figure::before{vertical-align:top}</style>${figures.join('')}`
}

/** Where each figure and everything in it stands. */
export async function boxesOf(page: SeenPage): Promise<Box[]> {
  return (await page.evaluate(`[...document.querySelectorAll('figure, figure *')].map(element => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return [element.matches('figure') ? element.id : '', left, top, width, height]
  })`)) as Box[]
}

/** The names of the figures in which something moves within about a second. */
export async function movingFigures(
  page: SeenPage,
  takePicture: () => Promise<Uint8Array>,
): Promise<string[]> {
  const boxes = (await boxesOf(page)).filter(([name]) => name)
  const first = decode(await takePicture())
  const moving = new Set<string>()
  for (let taken = 1; taken < PICTURES; taken++) {
    await delay(APART_MS)
    const next = decode(await takePicture())
    for (const box of boxes) if (differs(first, next, box)) moving.add(box[0])
  }
  return boxes.map(([name]) => name).filter(name => moving.has(name))
}

/** The names of the figures that do not show the first frame where they show a picture: blank, shifted or another. */
export async function notAtFirstFrame(page: SeenPage, picture: Uint8Array): Promise<string[]> {
  const png = decode(picture)
  const boxes = (await boxesOf(page)).filter(([name]) => name)
  return boxes
    .filter(([, left, top]) => {
      const at = ((Math.round(top) + GROUND_Y) * png.width + Math.round(left) + GROUND_X) * png.channels
      const [red = 0, green = 0, blue = 0] = png.data.subarray(at, at + 3)
      return !(blue > green && green > red)
    })
    .map(([name]) => name)
}

function differs(one: DecodedPng, other: DecodedPng, [, left, top, width, height]: Box): boolean {
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(one.height, top + height); y++) {
    const row = y * one.width
    const from = (row + Math.max(0, Math.floor(left))) * one.channels
    const to = (row + Math.min(one.width, Math.ceil(left + width))) * one.channels
    for (let at = from; at < to; at++) if (one.data[at] !== other.data[at]) return true
  }
  return false
}
