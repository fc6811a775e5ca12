/** A drawing's text begins with at most this much else: comments, a document type. */
const HEAD = 4096

const ENDLESS_STYLE =
  /\banimation(-iteration-count)?\s*:[^;{}"']*\binfinite\b[^;{}"']*(?!;animation-play-state)(?=[;}"'])/
const ENDLESS_ELEMENT =
  /<(animate|animateTransform|animateMotion|set)\b(?! begin=.indefinite)[^>]*\brepeat(Count\s*=\s*["']indefinite|Dur\s*=)/

/** Each is said to stand or not to begin; what ends is left to end. */
const EVERY_STYLE = new RegExp(ENDLESS_STYLE, 'g')
const EVERY_ELEMENT = new RegExp(ENDLESS_ELEMENT, 'g')

/**
 * Stills what moves without end in an SVG file, by style rules or by its own animation elements.
 * @returns null when the bytes are no SVG file, or nothing in it goes on for ever.
 */
export function stillSvg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (!/^\s*</.test(decode(bytes.subarray(0, 64)))) return null
  if (!decode(bytes.subarray(0, HEAD)).includes('<svg')) return null
  const drawing = decode(bytes)
  if (!ENDLESS_STYLE.test(drawing) && !ENDLESS_ELEMENT.test(drawing)) return null
  const still = drawing
    .replace(EVERY_STYLE, '$&;animation-play-state:paused!important')
    .replace(EVERY_ELEMENT, element => withoutBegin(element))
  return new TextEncoder().encode(still)
}

/** Puts a beginning that never comes in front of the attributes; the one the file gives is taken out. */
const withoutBegin = (element: string): string =>
  element.replace(/\sbegin\s*=\s*("[^"]*"|'[^']*')/, '').replace(/^<\w+/, '$& begin="indefinite"')

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
