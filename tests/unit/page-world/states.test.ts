import { beforeEach, describe, expect, it, vi } from 'vitest'
import { HeldStates } from '@/utils/calm/page-world/states/held-states'
import { leadStates } from '@/utils/calm/page-world/states/lead-states'

// What a page's kinds can do is taken when the module is read.
vi.hoisted(() => {
  class Node {
    get ownerDocument() {
      return document
    }
  }
  class Document {
    active: unknown = null
    get activeElement() {
      return this.active
    }
  }
  class Element extends Node {
    type = ''
    isSeen = true
    matches(selector: string) {
      return selector.includes(`[type=${this.type}]`)
    }
    checkVisibility() {
      return this.isSeen
    }
  }
  const document = new Document()
  Object.assign(globalThis, { Node, Document, Element, document })
})

class Field extends (Element as unknown as new () => { type: string; isSeen: boolean }) {
  /** What the browser has painted when nobody asks for it. */
  shown = ''
  get value(): string {
    return this.shown
  }
  set value(value: unknown) {
    this.shown = String(value)
  }
}

class Select extends Field {
  at = 0
  constructor(readonly texts: readonly string[]) {
    super()
  }
  get selectedIndex() {
    return this.at
  }
  set selectedIndex(at: number) {
    this.at = at
  }
  override get value() {
    return this.texts[this.at] ?? ''
  }
  override set value(text: string) {
    this.at = this.texts.indexOf(text)
  }
}

/** A field that refuses to become shorter. */
function onlyGrowing(): Field {
  const field = new Field()
  let shown = ''
  Object.defineProperty(field, 'shown', {
    get: () => shown,
    set(text: string) {
      if (text.length < shown.length) throw new Error('fixed')
      shown = text
    },
  })
  return field
}

const sent: string[] = []
class Form {
  constructor(readonly field: Field) {}
  submit() {
    sent.push(this.field.shown)
  }
  requestSubmit() {
    this.submit()
  }
}
class Data {
  readonly text: string
  constructor(form: Form) {
    this.text = form.field.shown
  }
}

const STEP_MS = 100
const QUIET_MS = 2000

let time = 0
let isActive = true
let isTheirs = false
let isLooking = false
const turns: (() => void)[] = []
let timers: { at: number; run: () => void }[] = []
const report = vi.fn()

const world = {
  now: () => time,
  isActive: () => isActive,
  isTheirs: () => isTheirs,
  isLooking: () => isLooking,
  report,
  microtask: (run: () => void) => void turns.push(run),
  later: (run: () => void, ms: number) => void timers.push({ at: time + ms, run }),
}

/** Lets the page's script have a turn, and the browser paint after it. */
function turn(script: () => void): void {
  script()
  for (const run of turns.splice(0)) run()
}

function pass(ms: number): void {
  for (const end = time + ms; time < end; time += STEP_MS) {
    const due = timers.filter(({ at }) => at <= time)
    timers = timers.filter(({ at }) => at > time)
    for (const { run } of due) run()
  }
}

const states = new HeldStates(world)
const view = {
  HTMLInputElement: Field,
  HTMLTextAreaElement: class extends Field {},
  HTMLSelectElement: Select,
  HTMLFormElement: Form,
  HTMLOptionElement: class {},
  FormData: Data,
}
leadStates(view as never, states)

const WORDS = 'What are you looking for today'
/** Types so many letters more, one a step. */
function type(field: Field, letters: number): void {
  for (let typed = 0; typed < letters; typed++) {
    time += STEP_MS
    turn(() => {
      field.value = WORDS.slice(0, field.value.length + 1)
    })
  }
}

beforeEach(() => {
  states.letGo()
  time += 100_000
  isActive = true
  isTheirs = isLooking = false
  sent.length = 0
  report.mockClear()
})

describe('what a callback that is looked at writes in a field', () => {
  it('has moved, unless it counts', () => {
    isLooking = true
    const field = new Field()
    field.value = 'What are you'
    expect(report).toHaveBeenCalledTimes(1)
    field.value = 'What are you'
    field.value = 'What are you 1'
    report.mockClear()
    field.value = 'What are you 2'
    expect(report).not.toHaveBeenCalled()
  })

  it('has not moved where it is not seen', () => {
    isLooking = true
    const field = new Field()
    field.type = 'hidden'
    field.value = 'What are you'
    expect(report).not.toHaveBeenCalled()
  })

  it.each([
    ['its place', (list: Select) => (list.selectedIndex = 1)],
    ['its words', (list: Select) => (list.value = 'two')],
  ])('has moved a list, by %s, when it is another than before', (_, set) => {
    isLooking = true
    const list = new Select(['one', 'two'])
    set(list)
    expect([list.at, report.mock.calls.length]).toEqual([1, 1])
    set(list)
    expect(report).toHaveBeenCalledTimes(1)
  })
})

describe('a field that is typed into by itself', () => {
  it('shows what it did, and tells the page what that has written', () => {
    const field = new Field()
    type(field, 10)
    expect(field.shown).toBe('Wha')
    let read: unknown
    turn(() => {
      read = field.value
    })
    expect(read).toBe(WORDS.slice(0, 10))
    expect(field.shown).toBe('Wha')
  })

  it('goes on unseen for a page that adds to what it finds, and shows the end when that has come', () => {
    const field = new Field()
    type(field, WORDS.length)
    expect(field.shown).toBe('Wha')
    pass(QUIET_MS)
    expect(field.shown).toBe(WORDS)
  })

  it('gives all that was written to a form that is sent or read', () => {
    const field = new Field()
    type(field, 8)
    const form = new Form(field)
    turn(() => form.submit())
    turn(() => form.requestSubmit())
    expect(sent).toEqual(['What are', 'What are'])
    let read = ''
    turn(() => {
      read = new view.FormData(form).text
    })
    expect([read, field.shown]).toEqual(['What are', 'Wha'])
  })

  it('is as the page has it when the person comes', () => {
    const field = new Field()
    type(field, 8)
    states.letGo()
    expect(field.shown).toBe('What are')
    isTheirs = true
    type(field, 4)
    expect(field.shown).toBe('What are you')
  })

  it('keeps what somebody else has written meanwhile', () => {
    const field = new Field()
    type(field, 8)
    field.shown = 'My own words'
    states.letGo()
    expect(field.shown).toBe('My own words')
  })

  it('is let be where the person is in it, and where nobody sees it', () => {
    const field = new Field()
    const page = document as unknown as { active: unknown }
    page.active = field
    type(field, 8)
    page.active = null
    const unseen = new Field()
    unseen.isSeen = false
    type(unseen, 8)
    expect([field.shown, unseen.shown]).toEqual(['What are', 'What are'])
  })

  it('is let be once it has refused what was to be shown, and the others are held all the same', () => {
    const field = new Field()
    type(field, 8)
    const fixed = onlyGrowing()
    type(fixed, 8)
    type(field, 2)
    expect([field.shown, fixed.shown]).toEqual(['Wha', 'What are'])
  })

  it('is let be where nothing is held', () => {
    isActive = false
    const field = new Field()
    type(field, 8)
    expect([field.shown, report.mock.calls.length]).toEqual(['What are', 0])
  })

  it('is let be where it counts', () => {
    const field = new Field()
    for (let count = 0; count < 8; count++) {
      time += STEP_MS
      turn(() => {
        field.value = `${count} of 8`
      })
    }
    expect(field.shown).toBe('7 of 8')
  })
})

it('what is no field is told so by the browser', () => {
  const { set } = Object.getOwnPropertyDescriptor(Select.prototype, 'selectedIndex') ?? {}
  const { get } = Object.getOwnPropertyDescriptor(Select.prototype, 'value') ?? {}
  expect(() => set?.call(undefined as never, 1)).toThrow(TypeError)
  expect(() => get?.call(undefined as never)).toThrow(TypeError)
})
