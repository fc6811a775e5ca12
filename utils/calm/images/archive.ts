import { fromBase64 } from './data-url'

const BOUNDARY = /^\s*boundary="([^"]+)"/m

/** What could move: the browser tells no type for some, and calls them unknown. */
const PICTURE = /^Content-Type: *(image\/|application\/octet-stream)/im

/**
 * The pictures in a page that the browser has put into one file (MHTML), with all it shows them from in memory.
 * @returns the bytes of each by its address; what is damaged is left out
 */
export function picturesIn(archive: string): Map<string, Uint8Array<ArrayBuffer>> {
  const pictures = new Map<string, Uint8Array<ArrayBuffer>>()
  const boundary = BOUNDARY.exec(archive)?.[1]
  if (!boundary) return pictures
  for (const part of archive.split(`--${boundary}`)) {
    const [head = '', body = ''] = halves(part.trimStart())
    const address = /^Content-Location: *(\S+)/im.exec(head)?.[1]
    if (!address || !PICTURE.test(head)) continue
    const bytes = decode(body, /^Content-Transfer-Encoding: *(\S+)/im.exec(head)?.[1])
    if (bytes) pictures.set(address, bytes)
  }
  return pictures
}

function halves(part: string): [string, string] {
  const at = part.search(/\r?\n\r?\n/)
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at)]
}

/** Drawings are text, and written as such. */
function decode(body: string, encoding = ''): Uint8Array<ArrayBuffer> | null {
  try {
    if (encoding.toLowerCase() === 'base64') return fromBase64(body)
  } catch {
    return null
  }
  return encoding.toLowerCase() === 'quoted-printable'
    ? fromQuotedPrintable(body)
    : new TextEncoder().encode(body)
}

function fromQuotedPrintable(text: string): Uint8Array<ArrayBuffer> {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Uint8Array.from(bytes, letter => letter.charCodeAt(0))
}
