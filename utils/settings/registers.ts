import * as z from 'zod/mini'

/**
 * One setting as it is kept: when it was chosen (epoch milliseconds), and what. Without a value the person has given it
 * back: its default holds, and other devices are to know.
 */
export type Register = readonly [at: number] | readonly [at: number, value: unknown]

/** Settings by path, such as `calm/level` or `calm/sites/example.org`. */
export type Registers = Readonly<Record<string, Register>>

/** Values by path, without when they were chosen. */
export type Values = Readonly<Record<string, unknown>>

/** How long a setting that was given back is remembered: a device that was off for longer may bring it back. */
const FORGET_AFTER_MS = 180 * 24 * 60 * 60 * 1000

const at = z.number().check(z.gte(0))
const registerSchema = z.union([z.tuple([at]), z.tuple([at, z.unknown()])])

/** Reads registers one by one. Never throws: what is none is left out. */
export function parseRegisters(stored: unknown): Registers {
  const record = z.record(z.string(), z.unknown()).safeParse(stored)
  if (!record.success) return {}
  const read = Object.entries(record.data).flatMap(([path, value]) => {
    const register = registerSchema.safeParse(value)
    return register.success ? [[path, register.data] as const] : []
  })
  return Object.fromEntries(read)
}

/** The newest of each register. It makes no difference in which order devices meet, or how often. */
export function merge(one: Registers, other: Registers): Registers {
  const merged = new Map(Object.entries(one))
  for (const [path, register] of Object.entries(other)) {
    const known = merged.get(path)
    if (!known || isNewer(register, known)) merged.set(path, register)
  }
  return Object.fromEntries(merged)
}

/**
 * Registers with what a person has just chosen; `undefined` gives back the default. It counts as newer than anything
 * known here, however wrong a device's clock is.
 *
 * @param now epoch milliseconds.
 */
export function choose(registers: Registers, values: Values, now: number): Registers {
  const chosen = Object.entries(values).map(([path, value]) => {
    const known = Object.hasOwn(registers, path) ? registers[path] : undefined
    const at = Math.max(now, (known?.[0] ?? 0) + 1)
    return [path, value === undefined ? [at] : [at, value]] as const
  })
  return Object.fromEntries([...Object.entries(registers), ...chosen])
}

/** What is set, without what was given back. */
export function valuesOf(registers: Registers): Values {
  const set = Object.entries(registers).filter(([, register]) => register.length === 2)
  return Object.fromEntries(set.map(([path, [, value]]) => [path, value]))
}

/** Registers without those given back so long ago that every device knows. */
export function withoutForgotten(registers: Registers, now: number): Registers {
  const kept = Object.entries(registers).filter(
    ([, { length, 0: at }]) => length === 2 || at > now - FORGET_AFTER_MS,
  )
  return Object.fromEntries(kept)
}

/** Every device has to see the same one as newer, so equal times are decided by what was chosen. */
function isNewer(one: Register, other: Register): boolean {
  return one[0] === other[0] ? canonical(one) > canonical(other) : one[0] > other[0]
}

/** @returns the same text for the same value, in whichever order its fields stand. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
