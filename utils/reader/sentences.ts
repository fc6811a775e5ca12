/** Part of a text: from a character up to another. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * What a sentence can go on after, though it ends in a full stop: the rules of Unicode know no words. Lower case;
 * those of English and Dutch, which between them serve most languages that write them.
 */
const SHORT = new Set(
  (
    'mr mrs ms dr prof st vs etc eg e.g ie i.e no nos fig figs vol pp ed eds cf al approx inc ltd co corp jr sr gen col sen rep ' +
    'gov capt sgt dept est jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k a.m p.m ' +
    'dhr mevr mw drs ir ing mr bijv bv b.v o.a d.w.z m.a.w n.a.v t.a.v i.p.v t.o.v a.u.b enz nr nrs blz ca resp incl excl art zgn e.d m.b.t i.v.m'
  ).split(' '),
)
const LAST_WORD = /(?:^|[\s(["'“‘«])([\p{L}.]+)\.\s*$/u
const INITIAL = /^\p{Lu}$/u

/** A reference such as `[12]` or `[note 3]`: it belongs to the sentence before, whose end it would hide. */
const REFERENCE = /\[[^\][]{1,16}\]/g
/** A character that the rules for sentences look through. */
const UNSEEN = '\u2060'
/** The source's own line ends say nothing about sentences; two in a row stand for an empty line. */
const LINE_END = /(?<!\n)[\n\r\u0085\u2028\u2029](?!\n)/g

const segmenters = new Map<string, Intl.Segmenter>()

/**
 * Cuts a text into its sentences, by the language's rules. Together they are the text; each but the first begins with a
 * character that is seen.
 *
 * @param lang as `lang` wants it; a language that is not known falls back to the rules for all.
 */
export function sentencesOf(text: string, lang: string): Span[] {
  const plain = text.replace(LINE_END, ' ').replace(REFERENCE, found => UNSEEN.repeat(found.length))
  const spans: Span[] = []
  let start = 0
  for (const { segment, index } of segmenterFor(lang).segment(plain)) {
    const end = index + segment.length
    if (end < text.length && goesOn(plain.slice(start, end))) continue
    spans.push({ start, end })
    start = end
  }
  if (start < text.length) spans.push({ start, end: text.length })
  return spans
}

/** Whether what looks like a sentence is none by itself: white space, or up to a short form or somebody's initial. */
function goesOn(sentence: string): boolean {
  if (sentence.trim() === '') return true
  if (/\n\s*$/.test(sentence)) return false
  const word = LAST_WORD.exec(sentence)?.[1]
  return word !== undefined && (SHORT.has(word.toLowerCase()) || INITIAL.test(word))
}

function segmenterFor(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang)
  if (known) return known
  const made = segmenter(lang)
  segmenters.set(lang, made)
  return made
}

function segmenter(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang || undefined, { granularity: 'sentence' })
  } catch {
    // A page may call its language anything.
    return new Intl.Segmenter(undefined, { granularity: 'sentence' })
  }
}
