import * as z from 'zod/mini'

/** A value read from storage, and whether anything in it had to be replaced. */
export interface Parsed<T> {
  readonly value: T
  readonly damaged: boolean
}

const record = z.record(z.string(), z.unknown())

/** Reads fields of a stored object one by one and remembers whether any was unreadable. */
export class Reading {
  damaged: boolean
  readonly #fields: Record<string, unknown>

  constructor(stored: unknown) {
    const parsed = record.safeParse(stored ?? {})
    this.damaged = !parsed.success
    this.#fields = parsed.success ? parsed.data : {}
  }

  get names(): string[] {
    return Object.keys(this.#fields)
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#fields, name)
  }

  /** @returns the field, or `fallback` where it is missing or does not fit. */
  field<S extends z.core.$ZodType, F>(name: string, schema: S, fallback: F): z.output<S> | F {
    if (!this.has(name)) return fallback
    const parsed = z.safeParse(schema, this.#fields[name])
    if (parsed.success) return parsed.data
    this.damaged = true
    return fallback
  }
}
