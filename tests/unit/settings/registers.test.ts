import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  choose,
  merge,
  parseRegisters,
  type Register,
  type Registers,
  valuesOf,
  withoutForgotten,
} from '@/utils/settings/registers'

const DAY = 24 * 60 * 60 * 1000

const at = fc.integer({ min: 0, max: 5 })
const register: fc.Arbitrary<Register> = fc.oneof(fc.tuple(at), fc.tuple(at, fc.jsonValue()))
const path = fc.constantFrom('calm/level', 'calm/sites/constructor', 'pacing/block', '__proto__')
const registers: fc.Arbitrary<Registers> = fc.dictionary(path, register)

describe('devices that meet', () => {
  test('agree, whoever is asked first and however often', () => {
    fc.assert(
      fc.property(registers, registers, registers, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a))
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)))
        expect(merge(merge(a, b), b)).toEqual(merge(a, b))
      }),
    )
  })

  test('keep the newest of each setting, also where it was given back', () => {
    const one = choose({}, { 'calm/level': 3, 'calm/everywhere': true }, 100)
    const other = choose(choose({}, { 'calm/level': 1 }, 50), { 'calm/everywhere': undefined }, 200)
    expect(valuesOf(merge(one, other))).toEqual({ 'calm/level': 3 })
  })

  test('take a choice as newer than what it was made over, whatever the clock says', () => {
    const ahead = choose({}, { 'calm/level': 1 }, 9_000_000)
    const here = choose(ahead, { 'calm/level': 4 }, 1000)
    expect(valuesOf(merge(ahead, here))).toEqual({ 'calm/level': 4 })
  })
})

test('what was given back is remembered for half a year, what is set for ever', () => {
  const known = choose(choose({}, { 'calm/level': 2 }, 0), { 'calm/everywhere': undefined }, 10 * DAY)
  expect(withoutForgotten(known, 100 * DAY)).toEqual(known)
  expect(Object.keys(withoutForgotten(known, 300 * DAY))).toEqual(['calm/level'])
})

test('reading leaves out what is no register, and never throws', () => {
  expect(parseRegisters({ a: [1, 'x'], b: [2], c: 5, d: [-1, 2], e: ['x', 1] })).toEqual({
    a: [1, 'x'],
    b: [2],
  })
  fc.assert(
    fc.property(fc.anything(), stored => {
      expect(parseRegisters(stored)).toBeTypeOf('object')
    }),
  )
})
