import { afterEach, describe, expect, it, vi } from 'vitest'
import { SUMMARY_PARTS, type SummaryFacts, type SummaryPart, summarise, toText } from '@/utils/diary/summary'

const HOUR = 3_600_000
const FACTS: SummaryFacts = {
  first: '2026-11-09',
  last: '2026-11-10',
  entries: [
    { day: '2026-11-09', energy: 'low', pain: 'some', wins: ['Tea', 'Sun'], bad: true, asked: true },
    { day: '2026-11-10', energy: null, pain: null, wins: [], bad: false, asked: true },
  ],
  days: [
    { day: '2026-11-09', counted: true, blocks: 3, rests: 1, screenMs: 1.5 * HOUR, eveningMs: null },
    { day: '2026-11-10', counted: false, blocks: 0, rests: 0, screenMs: 0, eveningMs: null },
  ],
  sites: [
    { name: 'a.example', ms: HOUR },
    { name: '', ms: HOUR / 2 },
  ],
}

afterEach(() => {
  vi.unstubAllGlobals()
})

function textIn(language: string, parts: readonly SummaryPart[], numbers: boolean): string {
  vi.stubGlobal('navigator', { languages: [language] })
  return toText(summarise(FACTS, new Set(parts), numbers))
}

describe('the summary', () => {
  it('says all that was ticked, in plain English', () => {
    expect(textIn('en-GB', SUMMARY_PARTS, false)).toBe(`How my days were
9 November 2026 to 10 November 2026

Energy
- Monday 9 November: Low

Pain
- Monday 9 November: Quite some

Small wins
- Monday 9 November: Tea; Sun

Bad days
- Monday 9 November

Blocks and rests
- Monday 9 November: Blocks: A few. Rests: One.

Screen time
- Monday 9 November: An hour or two

Screen time by site
- a.example: An hour or two
- Other pages: Less than an hour

I kept this myself, with Luwte.
This is not medical advice.
`)
  })

  it('says it in Dutch, with numbers where they were asked for', () => {
    expect(textIn('nl', ['pain', 'blocksAndRests', 'screenTime'], true)).toBe(`Hoe mijn dagen waren
9 november 2026 tot en met 10 november 2026

Pijn
- maandag 9 november: Nogal wat

Blokken en rust
- maandag 9 november: Blokken: 3. Rustmomenten: 1.

Schermtijd
- maandag 9 november: 1 uur 30 min

Ik heb dit zelf bijgehouden, met Luwte.
Dit is geen medisch advies.
`)
  })

  it.each(SUMMARY_PARTS)('says nothing but %s when that alone is ticked', part => {
    vi.stubGlobal('navigator', { languages: ['en'] })
    const linesOf = (parts: readonly SummaryPart[]) =>
      summarise(FACTS, new Set(parts), false).sections.flatMap(({ lines }) => lines)
    const others = linesOf(SUMMARY_PARTS.filter(other => other !== part))
    const own = linesOf([part])
    expect(own).not.toEqual([])
    expect(own.filter(line => others.includes(line))).toEqual([])
  })

  it('says so where there is nothing to say', () => {
    vi.stubGlobal('navigator', { languages: ['en'] })
    const nothing = { ...FACTS, entries: [], days: [], sites: [] }
    for (const { lines } of summarise(nothing, new Set(SUMMARY_PARTS), true).sections) {
      expect(lines).toEqual(['Nothing is noted in this period.'])
    }
  })

  it('has no digits for amounts unless asked for', () => {
    const text = textIn('en', ['screenTime', 'blocksAndRests', 'sites'], false)
    expect(text.replaceAll(/November \d+(, \d+)?/g, '')).not.toMatch(/\d/)
  })
})
