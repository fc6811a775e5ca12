import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { refusalWords } from '@/components/settings/change-words'
import { readFileText, writeFile } from '@/utils/settings/file'
import { settingsRequests } from '@/utils/settings/settings-service'
import { PROPERTY_TIMEOUT } from '../runs'

const fake = vi.hoisted(() => ({ local: {} as Record<string, unknown>, writes: 0 }))

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => structuredClone({ [key]: fake.local[key] }),
        set: async (items: object) => {
          fake.writes += 1
          Object.assign(fake.local, structuredClone(items))
        },
      },
      sync: { get: async () => ({}) },
      managed: { get: () => Promise.reject(new Error('no policy')) },
    },
  },
}))

beforeEach(async () => {
  vi.stubGlobal('navigator', { languages: ['en'] })
  fake.local = {}
  await settingsRequests['settings.choose']({ values: { 'calm/level': 3, 'pacing/pem': true }, back: [] }, {})
  fake.writes = 0
})

const TEXT = writeFile({ own: { 'calm/sites/example.org': { calm: true }, 'calm/level': 1 }, preset: {} })

/** A sound file with something wrong in it: cut short, another shape, or a value that its place cannot have. */
const damaged: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0, max: TEXT.trimEnd().length - 1 }).map(end => TEXT.slice(0, end)),
  fc.string(),
  fc.json(),
  fc
    .tuple(
      fc.constantFrom(...Array.from(TEXT.matchAll(/"\w+": (?:[\d]+|true|false|null|"\w*")/g), ([m]) => m)),
      fc.nat(3),
    )
    .map(([field, kind]) => {
      const [name] = field.split(': ')
      const wrong = ['-7.5', '"nonsense"', '{"deep": [1]}', '[[]]'][kind]
      return TEXT.replace(field, `${name}: ${wrong}`)
    }),
  fc
    .string({ minLength: 1 })
    .map(name => TEXT.replace('"looks": {', `"looks": { ${JSON.stringify(`x${name}`)}: 1,`)),
)

/** Sentences end; words that lead nowhere show as such. */
const SENTENCE = /^[A-Z].*Nothing has changed\.$/s

describe('a thousand damaged files', () => {
  test(
    'change nothing, and each gets a sentence',
    async () => {
      const before = structuredClone(fake.local)
      await fc.assert(
        fc.asyncProperty(damaged, async text => {
          const read = readFileText(text, await settingsRequests['settings.state']({}, {}))
          // A kind line may well be "nonsense".
          fc.pre(!read.ok)
          expect(refusalWords(read)).toMatch(SENTENCE)
          const file = parsed(text)
          if (file !== undefined) await expect(refused(file)).rejects.toThrow()
        }),
        { numRuns: 1000 },
      )
      expect(fake.local).toEqual(before)
      expect(fake.writes).toBe(0)
    },
    4 * PROPERTY_TIMEOUT,
  )
})

test('a sound file changes what it says and no more', async () => {
  const file = { format: 'luwte', version: 1, parts: { calm: { level: 1 } } }
  const { own } = await settingsRequests['settings.import']({ file }, {})
  expect(own).toEqual({ 'calm/level': 1, 'pacing/pem': true })
})

const refused = async (file: unknown) => settingsRequests['settings.import']({ file }, {})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
