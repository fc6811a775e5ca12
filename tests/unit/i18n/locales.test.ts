import { describe, expect, test } from 'vitest'
import en from '@/public/_locales/en/messages.json'
import nl from '@/public/_locales/nl/messages.json'
import { REST_IDEAS } from '@/utils/guidance/rest-ideas'
import { CLAIM, UNKIND } from './unkind'

interface Message {
  readonly message: string
  readonly placeholders?: Readonly<Record<string, { content: string }>>
}
type Messages = Readonly<Record<string, Message>>

const LANGUAGES: readonly (readonly [string, Messages])[] = [
  ['en', en],
  ['nl', nl],
]

/** The words of Luwte's own pages, by page and language: `/utils/i18n/settings.nl.json`. */
const PAGE_FILES = import.meta.glob<Messages>('/utils/i18n/*.json', { eager: true, import: 'default' })

/** Every locale file with its counterpart: a name, the English words, the Dutch ones. */
const PAIRS: readonly (readonly [name: string, english: Messages, dutch: Messages | undefined])[] = [
  ['messages', en, nl],
  ...Object.keys(PAGE_FILES)
    .filter(file => file.endsWith('.en.json'))
    .map(file => [file, PAGE_FILES[file] ?? {}, PAGE_FILES[file.replace('.en.', '.nl.')]] as const),
]
const EVERY_FILE: readonly (readonly [string, Messages])[] = [...LANGUAGES, ...Object.entries(PAGE_FILES)]

/** Sentences that were weighed word by word: in English and in Dutch. */
const WEIGHED: readonly (readonly [key: string, english: string, dutch: string])[] = [
  [
    'sayForewarning',
    'A rest is coming in a few minutes. Nothing to do yet.',
    'Over een paar minuten komt er rust. Je hoeft nog niets te doen.',
  ],
  [
    'sayBlockDone',
    'Your block is complete. Rest is ready when you are.',
    'Je blok is klaar. De rust staat klaar wanneer jij zover bent.',
  ],
  [
    'saySecondStage',
    'Still here, quietly. Now or later, both are fine.',
    'Nog stil in beeld. Nu of later, allebei goed.',
  ],
  [
    'sayLater',
    'All right. I’ll come back softly around $TIME$.',
    'Goed. Rond $TIME$ uur kom ik zachtjes terug.',
  ],
  ['sayWasAway', 'You were away for a while. That counts as rest.', 'Je was even weg. Dat telt als rust.'],
  [
    'sayRestOver',
    'The planned rest is over. Staying longer is fine.',
    'De geplande rust is voorbij. Langer blijven mag.',
  ],
  [
    'sayLimit',
    'This is the time you chose for this site. Leave it here, or stay a little?',
    'Dit is de tijd die je zelf voor deze site koos. Hier laten, of nog even blijven?',
  ],
  [
    'sayLowDay',
    'Little energy today? Shorter blocks are one click away. Nothing has to be finished.',
    'Weinig energie vandaag? Kortere blokken zijn één klik weg. Niets hoeft af.',
  ],
  ['sayEvening', 'Evening begins. No more nudges today.', 'De avond begint. Vandaag geen meldingen meer.'],
  [
    'restIdeaCloseEyes',
    'Close your eyes, or look at something dark. That is enough.',
    'Sluit je ogen, of kijk naar iets donkers. Dat is genoeg.',
  ],
  ['restIdeaSoundOff', 'Sound off, phone out of sight.', 'Geluid uit, telefoon uit het zicht.'],
  [
    'restIdeaLieDown',
    'Lie down or lean back, if that works here.',
    'Ga liggen of leun achterover, als dat hier kan.',
  ],
  [
    'restIdeaWarmth',
    'Something warm on your belly or under your feet.',
    'Iets warms op je buik of onder je voeten.',
  ],
  ['restIdeaCoolCloth', 'A cool cloth around your wrists.', 'Een koele doek om je polsen.'],
  ['restIdeaHeavyBlanket', 'A heavy blanket, if you have one.', 'Een verzwaringsdeken, als je die hebt.'],
  ['restIdeaTellSomeone', 'Let someone know you are resting.', 'Laat iemand weten dat je rust.'],
  [
    'restIdeaBreatheGently',
    'Breathe gently, out a little longer than in. Stop whenever you like.',
    'Adem rustig, iets langer uit dan in. Stop wanneer je wilt.',
  ],
  ['restIdeaLookFar', 'Look far away, out of a window.', 'Kijk ver weg, uit een raam.'],
  ['restIdeaStretch', 'Stand up and stretch a little.', 'Sta even op en rek je een beetje uit.'],
  ['restIdeaWalk', 'Walk a few steps.', 'Loop een paar stappen.'],
  [
    'restIdeaNothingMeasured',
    'You don’t have to rest well. Nothing is measured here.',
    'Je hoeft niet goed te rusten. Hier wordt niets gemeten.',
  ],
]

describe('the locale files', () => {
  test.each(PAIRS)('have the same keys in the same order: %s', (_, english, dutch) => {
    expect(Object.keys(dutch ?? {})).toEqual(Object.keys(english))
  })

  test.each(PAIRS)(
    'have the same placeholders in both languages, all of them used: %s',
    (_, english, dutch) => {
      for (const [key, { message, placeholders = {} }] of Object.entries(english)) {
        const declared = Object.keys(placeholders).sort()
        expect(dutch?.[key]?.placeholders ?? {}, key).toEqual(placeholders)
        expect(placeholdersIn(message), key).toEqual(declared)
        expect(placeholdersIn(dutch?.[key]?.message), key).toEqual(declared)
      }
    },
  )

  test.each(EVERY_FILE)('use plain camelCase keys and leave no message empty: %s', (_, messages) => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect(key).toMatch(/^[a-z][A-Za-z0-9]*$/)
      expect(message.trim(), key).toBe(message)
      expect(message, key).not.toBe('')
    }
  })

  test.each(EVERY_FILE)('neither hurry, order, judge nor claim: %s', (_, messages) => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect(message, key).not.toMatch(UNKIND)
      expect(message, key).not.toMatch(CLAIM)
    }
  })

  test.each(EVERY_FILE)('write the apostrophe in one way: %s', (_, messages) => {
    for (const [key, { message }] of Object.entries(messages)) expect(message, key).not.toMatch(/['"`´‘]/)
  })

  test.each(WEIGHED)('%s says what was weighed', (key, english, dutch) => {
    expect((en as Messages)[key]?.message).toBe(english)
    expect((nl as Messages)[key]?.message).toBe(dutch)
  })

  test('have words for every rest idea', () => {
    for (const { id } of REST_IDEAS) {
      expect(Object.keys(en)).toContain(`restIdea${id[0]?.toUpperCase()}${id.slice(1)}`)
    }
  })

  test('keep the name and description within what the stores allow', () => {
    for (const [, { name, description }] of LANGUAGES) {
      expect(name?.message.length).toBeLessThanOrEqual(45)
      expect(description?.message.length).toBeLessThanOrEqual(132)
    }
  })
})

function placeholdersIn(message = ''): string[] {
  return Array.from(message.matchAll(/\$([A-Z]+)\$/g), ([, name]) => name?.toLowerCase() ?? '').sort()
}
