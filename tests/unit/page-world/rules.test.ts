import { beforeEach, describe, expect, it, vi } from 'vitest'
import { tellOfRules } from '@/utils/calm/page-world/rules'

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

tellOfRules(
  {
    CSSStyleSheet: class {},
    CSSStyleRule: class {},
    HTMLInputElement: Input,
    HTMLSelectElement: Select,
    HTMLOptionElement: Option,
  } as never,
  { changed, chosen, restyled() {} },
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
