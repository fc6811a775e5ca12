// Makes the two moving pictures of the demo page. Their files are kept in git; run this to change them.
import { writeFile } from 'node:fs/promises'
import { launchChromium } from '../tests/e2e/harness/chromium'
import { encodeGif } from './gif'

const DEMO = 'tests/fixtures/demo'

/** A banner whose colours change places four times a second. */
function banner(): Uint8Array {
  const [width, height] = [120, 40]
  const palette = [0xff0080, 0xffe600, 0x00c8ff, 0xffffff]
  const frames = palette.map((_, shift) =>
    Uint8Array.from({ length: width * height }, (_, pixel) => {
      const [x, y] = [pixel % width, Math.floor(pixel / width)]
      return (Math.floor((x + y) / 10) + shift) % palette.length
    }),
  )
  return encodeGif({ width, height, palette, frames, delayMs: 250 })
}

/** Two seconds of film, drawn on a canvas and recorded by Chromium itself. */
async function film(): Promise<Buffer> {
  const luwte = await launchChromium()
  try {
    const page = await luwte.newPage()
    const base64 = await page.evaluate(recordFilm)
    return Buffer.from(base64, 'base64')
  } finally {
    await luwte.close()
  }
}

/** Runs in the page: it can use nothing from this file, and no function of its own that has a name. */
async function recordFilm(): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = 320
  canvas.height = 180
  const paint = canvas.getContext('2d')
  if (!paint) throw new Error('no 2d canvas')
  const recorder = new MediaRecorder(canvas.captureStream(15), {
    mimeType: 'video/webm;codecs=vp8',
    videoBitsPerSecond: 150_000,
  })
  const parts: Blob[] = []
  recorder.ondataavailable = ({ data }) => parts.push(data)
  const stopped = new Promise(done => {
    recorder.onstop = done
  })
  recorder.start()
  const start = performance.now()
  for (let turn = 0; turn < 2 * Math.PI; turn = ((performance.now() - start) / 2000) * 2 * Math.PI) {
    paint.fillStyle = '#cfe8ff'
    paint.fillRect(0, 0, 320, 180)
    paint.fillStyle = '#e8d9b0'
    paint.fillRect(0, 110, 320, 70)
    paint.fillStyle = '#fff2a0'
    paint.beginPath()
    paint.arc(160 + 110 * Math.cos(turn), 70 + 40 * Math.sin(turn), 26, 0, 2 * Math.PI)
    paint.fill()
    await new Promise(requestAnimationFrame)
  }
  recorder.stop()
  await stopped
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}

await writeFile(`${DEMO}/banner.gif`, banner())
await writeFile(`${DEMO}/promo.webm`, await film())
