import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiaryEntry, earlierWins, hasWords, parseEntry, withWin } from '@/utils/diary/entry'
import { toDiaryFile } from '@/utils/diary/file'

const DAY = '2026-11-10'
const EMPTY: DiaryEntry = { day: DAY, energy: null, pain: null, wins: [], bad: false, asked: false }

describe('an entry of the diary', () => {
  it('is empty where nothing is stored', () => {
    expect(parseEntry(DAY, undefined)).toEqual(EMPTY)
    expect(hasWords(EMPTY)).toBe(false)
  })

  it('comes back as it was stored', () => {
    const entry: DiaryEntry = { ...EMPTY, energy: 'low', pain: 'some', wins: ['Tea'], bad: true, asked: true }
    expect(parseEntry(DAY, JSON.parse(JSON.stringify(entry)))).toEqual(entry)
  })

  it('loses only what is damaged', () => {
    const stored = { energy: 'huge', pain: 'much', wins: ['Tea', 4, ''], bad: 'yes', asked: true }
    expect(parseEntry(DAY, stored)).toEqual({ ...EMPTY, pain: 'much', wins: ['Tea'], asked: true })
  })

  it('is read without ever throwing', () => {
    fc.assert(fc.property(fc.anything(), stored => parseEntry(DAY, stored).day === DAY))
  })

  it('holds nothing of the person’s when they were only asked', () => {
    expect(hasWords({ ...EMPTY, asked: true })).toBe(false)
    expect(hasWords({ ...EMPTY, bad: true })).toBe(true)
  })
})

describe('small wins', () => {
  it('are a few at most, and none of them twice or empty', () => {
    const add = (entry: DiaryEntry, text: string) => ({ ...entry, ...withWin(entry, text) })
    const { wins } = ['Tea', ' ', 'Tea ', 'Sun', 'Music', 'Sleep'].reduce(add, EMPTY)
    expect(wins).toEqual(['Tea', 'Sun', 'Music'])
  })

  it('of earlier days are on offer, the latest first, without those of today', () => {
    const entries = [
      { ...EMPTY, day: '2026-11-07', wins: ['Sun', 'Tea'] },
      { ...EMPTY, day: '2026-11-08', wins: ['Music', 'Cake', 'Rain'] },
      { ...EMPTY, day: '2026-11-09', wins: ['Tea'] },
      { ...EMPTY, day: '2026-11-11', wins: ['Later'] },
    ]
    expect(earlierWins(entries, { ...EMPTY, wins: ['Rain'] })).toEqual(['Tea', 'Cake', 'Music'])
  })
})

it('the file holds what the person wrote, and not what they were asked', () => {
  const entry: DiaryEntry = { ...EMPTY, energy: 'good', wins: ['Tea'], asked: true }
  expect(JSON.parse(toDiaryFile([entry])).parts).toEqual({
    diary: [{ day: DAY, energy: 'good', pain: null, wins: ['Tea'], bad: false }],
  })
})
