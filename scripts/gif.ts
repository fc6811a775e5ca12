interface Gif {
  readonly width: number
  readonly height: number
  /** Up to 128 colours as 0xRRGGBB. */
  readonly palette: readonly number[]
  /** For each frame the palette index of every pixel. */
  readonly frames: readonly Uint8Array[]
  readonly delayMs: number
}

/** Codes are then 8 bits wide, which makes a code a byte as long as the decoder's table is kept small. */
const CODE_SIZE = 7
const CLEAR = 1 << CODE_SIZE
const END = CLEAR + 1
/** A decoder widens its codes when its table holds 256 entries; it is told to clear it before that. */
const PIXELS_BETWEEN_CLEARS = 126

/** Writes an endlessly repeating GIF, uncompressed: for small pictures that need no library. */
export function encodeGif({ width, height, palette, frames, delayMs }: Gif): Uint8Array {
  const size = [...uint16(width), ...uint16(height)]
  const colours = Array.from({ length: CLEAR }, (_, index) => palette[index] ?? 0)
  return Uint8Array.from([
    ...ascii('GIF89a'),
    ...size,
    0x80 | (CODE_SIZE - 1),
    0,
    0,
    ...colours.flatMap(colour => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
    ...[0x21, 0xff, 11, ...ascii('NETSCAPE2.0'), 3, 1, 0, 0, 0],
    ...frames.flatMap(frame => [
      ...[0x21, 0xf9, 4, 0, ...uint16(delayMs / 10), 0, 0],
      ...[0x2c, 0, 0, 0, 0, ...size, 0, CODE_SIZE],
      ...subBlocks(codes(frame)),
    ]),
    0x3b,
  ])
}

function codes(frame: Uint8Array): number[] {
  const bytes: number[] = []
  frame.forEach((index, at) => {
    if (at % PIXELS_BETWEEN_CLEARS === 0) bytes.push(CLEAR)
    bytes.push(index)
  })
  return [...bytes, END]
}

function subBlocks(bytes: readonly number[]): number[] {
  const blocks: number[] = []
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.slice(at, at + 255)
    blocks.push(block.length, ...block)
  }
  return [...blocks, 0]
}

const uint16 = (value: number): [number, number] => [value & 0xff, value >> 8]

const ascii = (text: string): number[] => Array.from(text, letter => letter.charCodeAt(0))
