import { type DecodedPng, decode } from 'fast-png'

/** WCAG 2 linear light of each 8-bit sRGB channel value. */
const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})

/**
 * Mean relative luminance of a PNG, from 0 (black) to 1 (white).
 * @param columns which of its columns of pixels, the last not included; all of them when left out.
 */
export function meanLuminance(png: Uint8Array, columns?: readonly [from: number, to: number]): number {
  const { data, channels, width, height } = pixelsOf(png)
  const [from, to] = columns ?? [0, width]
  let sum = 0
  for (let row = 0; row < height; row++) {
    for (let column = from; column < to; column++) {
      const at = (row * width + column) * channels
      sum += 0.2126 * light(data, at) + 0.7152 * light(data, at + 1) + 0.0722 * light(data, at + 2)
    }
  }
  return sum / ((to - from) * height)
}

/** @returns the colour of one pixel of a PNG, each channel from 0 to 255. */
export function colourAt(png: Uint8Array, x: number, y: number): [red: number, green: number, blue: number] {
  const { data, channels, width } = pixelsOf(png)
  const at = (y * width + x) * channels
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
}

/** Relative luminance of each pixel of a PNG, row by row, from 0 (black) to 1 (white). */
export function luminances(png: Uint8Array): Float64Array {
  const { data, channels, width, height } = pixelsOf(png)
  const lights = new Float64Array(width * height)
  for (let pixel = 0, at = 0; pixel < lights.length; pixel++, at += channels) {
    lights[pixel] = 0.2126 * light(data, at) + 0.7152 * light(data, at + 1) + 0.0722 * light(data, at + 2)
  }
  return lights
}

/**
 * Share of pixels that differ between two PNGs of one size, from 0 (same picture) to 1.
 * A pixel differs when one of its channels is more than `tolerance` (of 255) apart.
 * @throws when the sizes differ, since no share would mean anything then.
 */
export function differingShare(before: Uint8Array, after: Uint8Array, tolerance = 0): number {
  // The usual case of a page that is still, and much sooner seen.
  if (Buffer.compare(before, after) === 0) return 0
  const [one, other] = [pixelsOf(before), pixelsOf(after)]
  if (one.width !== other.width || one.height !== other.height) {
    throw new Error(
      `pictures of ${one.width}x${one.height} and ${other.width}x${other.height} do not compare`,
    )
  }
  const total = one.width * one.height
  let differing = 0
  for (let pixel = 0; pixel < total; pixel++) {
    if (differs(one, other, pixel, tolerance)) differing++
  }
  return differing / total
}

function differs(one: DecodedPng, other: DecodedPng, pixel: number, tolerance: number): boolean {
  for (let channel = 0; channel < 3; channel++) {
    const a = one.data[pixel * one.channels + channel] ?? 0
    const b = other.data[pixel * other.channels + channel] ?? 0
    if (Math.abs(a - b) > tolerance) return true
  }
  return false
}

const light = (data: DecodedPng['data'], at: number): number => LINEAR[data[at] ?? 0] ?? 0

/** A picture of a fade is compared to several others, and to decode it takes longest. */
const decoded = new WeakMap<Uint8Array, DecodedPng>()

/** @throws on a PNG that no browser's screenshot is: grey, of a palette, or of 16 bits. */
export function pixelsOf(png: Uint8Array): DecodedPng {
  const known = decoded.get(png)
  if (known) return known
  const picture = decode(png)
  if (picture.depth !== 8 || picture.channels < 3) throw new Error('expected a PNG of 8-bit RGB or RGBA')
  decoded.set(png, picture)
  return picture
}
