import * as z from 'zod/mini'
import { temporal } from '../time/temporal'

/** The name of a day: the calendar date it began on, ISO 8601. */
export const dayKey = z.string().check(z.refine(isDate))

function isDate(text: string): boolean {
  try {
    return temporal().PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
