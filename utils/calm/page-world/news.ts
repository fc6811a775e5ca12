/** The hands of a clock move no faster than this, in milliseconds. */
const CLOCK_MS = 900

/** Longer texts are not compared number by number. */
const LONGEST = 2000

/** Whether two texts differ in their numbers alone: a clock, a count, "3 minutes ago". */
export function isRecount(old: string, now: string): boolean {
  return (
    old.length <= LONGEST && now.length <= LONGEST && wordsOf(old) === wordsOf(now) && wordsOf(old) !== old
  )
}

/** @returns all digits of a text, one after the other. */
export function digitsIn(text: string): string {
  let digits = ''
  for (let at = 0; at < text.length; at++) if (isDigit(text[at] as string)) digits += text[at]
  return digits
}

/** Whether a style shows a bar that fills: a share of the width that only grows ends by itself. */
export function isFilling(old: string, now: string): boolean {
  const share = amountOf(old, 'width:')
  return isRecount(old, now) && share.unit === '%' && share.number < amountOf(now, 'width:').number
}

/** Whether a style or transform turns the hand of a clock. */
export function isClockHand(old: string, now: string, period: number): boolean {
  return period >= CLOCK_MS && isRecount(old, now) && amountOf(now, 'rotate(').unit !== ''
}

/** @returns the text without numbers, and without the marks and spaces that stand between numbers. */
function wordsOf(text: string): string {
  let words = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string
    if (!isDigit(sign) && !isMark(sign)) words += sign
  }
  return words
}

/** @returns the first number that follows `name` in a style, and the sign after it; an empty unit when there is none. */
function amountOf(style: string, name: string): { number: number; unit: string } {
  let matched = 0
  let digits = ''
  for (let at = 0; at < style.length; at++) {
    const sign = style[at] as string
    if (matched < name.length) matched = sign === name[matched] ? matched + 1 : 0
    else if (isDigit(sign) || sign === '.' || sign === '-') digits += sign
    else if (sign !== ' ' || digits) return { number: +digits, unit: digits && sign }
  }
  return { number: 0, unit: '' }
}

/** As many other letters as a time may have: "uur", "p.m.". */
const MOST_LETTERS = 3

/** Whether a text is a time and nothing else: hours and minutes, or minutes and seconds. */
export function isTime(text: string): boolean {
  return text.length <= LONGEST && wordsOf(text).length <= MOST_LETTERS && hasTime(text)
}

function hasTime(text: string): boolean {
  let digits = 0
  let colon = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string
    if (isDigit(sign)) digits++
    else {
      if (colon && digits === 2) return true
      colon = sign === ':' && digits > 0
      digits = 0
    }
  }
  return colon && digits === 2
}

function isMark(sign: string): boolean {
  return sign === '.' || sign === ',' || sign === ' ' || sign === '-' || sign === ':'
}

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9'
}
