import type { Picture } from './formats/still'

/** @returns what a `data:` address holds; null when it is none, or damaged. */
export function bytesOf(url: string): Uint8Array<ArrayBuffer> | null {
  const [, base64, data] = /^data:[^,]*?(;base64)?,(.*)$/is.exec(url) ?? []
  if (data === undefined) return null
  try {
    const plain = decodeURIComponent(data)
    return base64 ? fromBase64(plain) : new TextEncoder().encode(plain)
  } catch {
    return null
  }
}

/** @throws when the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/\s/g, '')), letter => letter.charCodeAt(0))
}

/** @returns the picture as a `data:` address. */
export function dataUrlOf({ type, bytes }: Picture): string {
  let letters = ''
  for (const byte of bytes) letters += String.fromCharCode(byte)
  return `data:${type};base64,${btoa(letters)}`
}
