import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import { tellOfTraceless } from '@/utils/calm/page-world/traceless'

// What a page's kinds can do is taken when the module is read.
vi.hoisted(() => {
  globalThis.Element ??= class {
    matches(selector: string) {
      return selector === ''
    }
  } as never
})

/** Choices as a browser has them: what is set is kept, as it would write it. */
class Input {
  #checked = false
  get checked() {
    return this.#checked
  }
  set checked(value: unknown) {
    this.#checked = Boolean(value)
  }
  #value = ''
  get value() {
    return this.#value
  }
  set value(value: unknown) {
    this.#value = String(value)
  }
}

class Select {
  #at = 0
  constructor(readonly texts: readonly string[]) {}
  get selectedIndex() {
    return this.#at
  }
  set selectedIndex(at: number) {
    this.#at = at
  }
  get value() {
    return this.texts[this.#at] ?? ''
  }
  set value(text: string) {
    this.#at = this.texts.indexOf(text)
  }
}

class Option {
  #selected = false
  get selected() {
    return this.#selected
  }
  set selected(value: unknown) {
    this.#selected = Boolean(value)
  }
}

const changed = vi.fn()
const chosen = vi.fn()

class Popover {
  isOpen = false
  showPopover() {
    this.isOpen = true
    return 'shown'
  }
}

class Slot {
  #name = ''
  get name() {
    return this.#name
  }
  set name(name) {
    this.#name = name
  }
}

tellOfTraceless(
  {
    HTMLSlotElement: Slot,
    HTMLElement: Popover,
    HTMLInputElement: Input,
    HTMLTextAreaElement: class {},
    HTMLSelectElement: Select,
    HTMLOptionElement: Option,
  } as never,
  { changed, chosen },
)

beforeEach(() => {
  changed.mockClear()
  chosen.mockClear()
})

describe('a choice that a script sets', () => {
  const box = new Input()
  const list = new Select(['one', 'two'])
  const option = new Option()

  it.each([
    ['a box or button', () => (box.checked = true), () => box.checked],
    ['a list, by its place', () => (list.selectedIndex = 1), () => list.selectedIndex],
    ['a list, by its words', () => (list.value = 'one'), () => list.value],
    ['an option', () => (option.selected = true), () => option.selected],
  ])('in %s has moved when it is another one, and not when it was so before', (_, set, get) => {
    const before = get()
    set()
    expect(get()).not.toBe(before)
    expect(changed).toHaveBeenCalledTimes(1)
    set()
    expect(changed).toHaveBeenCalledTimes(1)
  })

  it('that is no choice is told so by the browser', () => {
    const { set } = Object.getOwnPropertyDescriptor(Input.prototype, 'checked') ?? {}
    expect(() => set?.call({}, true)).toThrow(TypeError)
    expect(changed).not.toHaveBeenCalled()
  })

  it('is told of by itself when it is a box or button', () => {
    const other = new Input()
    other.checked = false
    expect(chosen).not.toHaveBeenCalled()
    other.checked = true
    expect(chosen).toHaveBeenCalledExactlyOnceWith(other)
  })
})

test('what a script writes in a field has moved, unless it counts', () => {
  const field = new Input()
  field.value = 'What are you'
  expect(changed).toHaveBeenCalledTimes(1)
  field.value = 'What are you'
  field.value = 'What are you 1'
  changed.mockClear()
  field.value = 'What are you 2'
  expect(changed).not.toHaveBeenCalled()
})

test('what leaves no trace is told of when it was done, with what it answers', () => {
  const popover = new Popover()
  expect(popover.showPopover()).toBe('shown')
  expect([popover.isOpen, changed.mock.calls.length]).toEqual([true, 1])
  const slot = new Slot()
  slot.name = 'one'
  expect([slot.name, changed.mock.calls.length]).toEqual(['one', 2])
})
