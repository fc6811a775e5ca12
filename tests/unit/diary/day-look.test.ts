import { expect, test } from 'vitest'
import { daysUpTo, lookAtDays } from '@/utils/diary/day-look'

const HOUR = 3_600_000
const stretch = (day: string, from: number, to: number) => ({
  device: 'desk',
  site: 'a.example',
  day,
  from,
  to,
})

test('beside a bad day stand the five days before it, across a month and a change of the clock', () => {
  expect(daysUpTo('2026-03-02')).toEqual([
    '2026-02-25',
    '2026-02-26',
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
    '2026-03-02',
  ])
  expect(daysUpTo('2026-03-31')[0]).toBe('2026-03-26')
})

test('each day is as it was, and none knows of another', () => {
  const looks = lookAtDays(
    ['2026-11-08', '2026-11-09', '2026-11-10', '2026-11-11'],
    [
      stretch('2026-11-09', 10 * HOUR, 12 * HOUR),
      stretch('2026-11-10', 30 * HOUR, 31 * HOUR),
      stretch('2026-11-10', 43 * HOUR, 45 * HOUR),
    ],
    [
      { day: '2026-11-10', blocks: 3, rests: 2, eveningFrom: 44 * HOUR },
      { day: '2026-11-11', blocks: 0, rests: 1, eveningFrom: 68 * HOUR },
    ],
  )
  expect(looks).toEqual([
    { day: '2026-11-08', counted: false, blocks: 0, rests: 0, screenMs: 0, eveningMs: null },
    { day: '2026-11-09', counted: true, blocks: 0, rests: 0, screenMs: 2 * HOUR, eveningMs: null },
    { day: '2026-11-10', counted: true, blocks: 3, rests: 2, screenMs: 3 * HOUR, eveningMs: HOUR },
    { day: '2026-11-11', counted: true, blocks: 0, rests: 1, screenMs: 0, eveningMs: 0 },
  ])
})
