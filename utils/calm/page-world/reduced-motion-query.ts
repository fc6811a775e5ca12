import { apply, type Callable } from './natives'

const FEATURE = 'prefers-reduced-motion'

const { indexOf, slice } = String.prototype as unknown as Record<'indexOf' | 'slice', Callable>

/** Whether a media query asks if less motion is wanted. */
export function asksForMotion(media: string): boolean {
  return find(media, FEATURE, 0) >= 0
}

/** @returns the query with each question for reduced motion replaced by one with that answer. */
export function asIfReduced(media: string): string {
  let result = ''
  let from = 0
  for (let at = find(media, `(${FEATURE}`, 0); at >= 0; at = find(media, `(${FEATURE}`, from)) {
    const end = find(media, ')', at)
    if (end < 0) break
    const wantsMotion = find(part(media, at, end), 'no-preference', 0) >= 0
    result += part(media, from, at) + (wantsMotion ? '(max-width: 0px)' : '(min-width: 0px)')
    from = end + 1
  }
  return result + part(media, from, media.length)
}

function find(text: string, wanted: string, from: number): number {
  return apply(indexOf, text, [wanted, from]) as number
}

function part(text: string, from: number, to: number): string {
  return apply(slice, text, [from, to]) as string
}
