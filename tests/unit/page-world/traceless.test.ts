import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import { tellOfTraceless } from '@/utils/calm/page-world/traceless'

/** Choices as a browser has them: what is set is kept, as it would write it. */
class Input {
  #checked = false
  get checked() {
    return this.#checked
  }
  set checked(value: unknown) {
    this.#checked = Boolean(value)
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
  const option = new Option()

  it.each([
    ['a box or button', () => (box.checked = true), () => box.checked],
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

test('what leaves no trace is told of when it was done, with what it answers', () => {
  const popover = new Popover()
  expect(popover.showPopover()).toBe('shown')
  expect([popover.isOpen, changed.mock.calls.length]).toEqual([true, 1])
  const slot = new Slot()
  slot.name = 'one'
  expect([slot.name, changed.mock.calls.length]).toEqual(['one', 2])
})
