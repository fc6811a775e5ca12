import { type LetterFile, withPart } from '../page/parts'
import { adoptSheet } from '../page/sheets'
import { SYSTEM_TYPEFACE } from '../parts'
import type { Effect } from './effect'
import { any, CODE, MAYBE_LIGATURES, NOT_TEXT, throughout } from './text/parts'

/** The parts that bring letters, by the option's value. */
const LETTERS = ['typeface-1', 'typeface-2', 'typeface-3'] as const

/** What the letters are called in the page, where a name may tell nothing of who reads it. */
const FAMILY = 'a'

/**
 * Sets text in letters that are easier to tell apart. The files come as bytes with a script of the extension's, so that
 * no content security policy is in the way and nothing is asked of any network.
 */
export const typeface: Effect = {
  id: 'typeface',
  options: ['typeface'],
  movesLayout: true,
  apply(page, options, signal) {
    if (options.typeface === SYSTEM_TYPEFACE) adoptSheet(page, rules('system-ui,sans-serif'), signal)
    const part = LETTERS.find(name => name === `typeface-${options.typeface}`)
    if (!part) return
    withPart(
      part,
      files => {
        addLetters(page, files, signal)
        adoptSheet(page, rules(`${FAMILY},system-ui,sans-serif`), signal)
      },
      signal,
    )
  },
}

/**
 * An element without content needs no letters: what stands in its pseudo-elements is an icon. Elements that may hold an
 * icon's name, formulas and code keep their own. They are left out rather than reverted: Chromium takes an important
 * `revert-layer` back past the page's own declaration.
 */
function rules(family: string): string {
  const spared = [throughout([...NOT_TEXT, ...CODE]), any(MAYBE_LIGATURES)].join()
  return `@media screen{:is(:not(:empty),input,textarea):not(${spared}){font-family:${family}!important}}`
}

function addLetters(page: Document, files: readonly LetterFile[], signal: AbortSignal): void {
  const faces = files.map(
    ({ data, ...descriptors }) =>
      new FontFace(FAMILY, bytesOf(data), descriptors satisfies FontFaceDescriptors),
  )
  for (const face of faces) page.fonts.add(face)
  signal.addEventListener('abort', () => {
    for (const face of faces) page.fonts.delete(face)
  })
}

function bytesOf(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0)).buffer
}
