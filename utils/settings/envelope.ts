import * as z from 'zod/mini'

const FORMAT = 'luwte'

/** The version of a file's shape. A higher number was written by a newer Luwte, and is refused whole. */
export const FILE_VERSION = 1

/** What holds every file that Luwte gives a person to take along: named parts. */
export interface Envelope {
  readonly format: typeof FORMAT
  readonly version: number
  readonly parts: Readonly<Record<string, unknown>>
}

/** @returns the text of a file with these parts. */
export function envelopeText(parts: Envelope['parts']): string {
  const file: Envelope = { format: FORMAT, version: FILE_VERSION, parts }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** What stands around the parts of a file. */
export const envelopeSchema = z.object({ format: z.literal(FORMAT), version: z.int(), parts: z.unknown() })
