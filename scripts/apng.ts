import { crc32 } from 'node:zlib'

const SIGNATURE = 8
/** Length and type before a chunk's data, and a checksum after it. */
const AROUND = 12

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

/** Puts PNG files of one size and kind after one another, without end. */
export function encodeApng(frames: readonly Uint8Array[], delayMs: number): Buffer {
  const [first = new Uint8Array(), ...rest] = frames
  const chunks = chunksOf(first)
  const head = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(8)
  let order = 0
  const control = () =>
    chunk('fcTL', numbers(order++, head.readUInt32BE(0), head.readUInt32BE(4), 0, 0), delay(delayMs))
  const drawings = (frame: Uint8Array) => chunksOf(frame).filter(({ type }) => type === 'IDAT')
  return Buffer.concat([
    first.subarray(0, SIGNATURE),
    chunk('IHDR', head),
    chunk('acTL', numbers(frames.length, 0)),
    control(),
    ...drawings(first).map(({ data }) => chunk('IDAT', data)),
    ...rest.flatMap(frame => [
      control(),
      ...drawings(frame).map(({ data }) => chunk('fdAT', numbers(order++), data)),
    ]),
    chunk('IEND'),
  ])
}

function chunksOf(png: Uint8Array): Chunk[] {
  const bytes = Buffer.from(png)
  const chunks: Chunk[] = []
  for (let at = SIGNATURE; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    chunks.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, at + 8 + length),
    })
    at += length + AROUND
  }
  return chunks
}

function chunk(type: string, ...data: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...data])
  return Buffer.concat([numbers(body.length - 4), body, numbers(crc32(body))])
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => void bytes.writeUInt32BE(value >>> 0, index * 4))
  return bytes
}

/** Parts of a thousand seconds; then: the frame stays, and replaces what was there. */
function delay(ms: number): Buffer {
  const bytes = Buffer.alloc(6)
  bytes.writeUInt16BE(ms, 0)
  bytes.writeUInt16BE(1000, 2)
  return bytes
}
