import { describe, expect, it } from 'vitest'
import { isRecount, isTime } from '@/utils/calm/page-world/news'

describe('a time', () => {
  it.each(['9:05', '12:01:05', '0:00', '11:59 PM', '13:20 uur', ' 7:30 '])('is %j', text => {
    expect(isTime(text)).toBe(true)
  })

  it.each(['', '12', '1:5', '12:345', ':30', '12:45 Trains run again', 'Score 2:10 to us'])(
    'is not %j',
    text => {
      expect(isTime(text)).toBe(false)
    },
  )
})

describe('a text that counts', () => {
  it('differs in its numbers and what stands between them alone', () => {
    expect(isRecount('3 minutes ago', '4 minutes ago')).toBe(true)
    expect(isRecount('12:01', '12 01')).toBe(true)
    expect(isRecount('Rain', 'Sun')).toBe(false)
  })
})
