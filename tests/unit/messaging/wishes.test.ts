import { describe, expect, test } from 'vitest'
import { createWishes, type View } from '@/utils/messaging/wishes'

/** A background that answers when the test says so; its state is the list of what has reached it. */
function setUp(known: readonly string[] | null = null) {
  const arrived: string[] = []
  const open: { name: string; answer(): Promise<void>; fail(): Promise<void> }[] = []
  let view: View<readonly string[]> = { state: null, failed: false }
  const wishes = createWishes<readonly string[]>(next => {
    view = next
  }, known)
  const send = (name: string) =>
    new Promise<readonly string[]>((resolve, reject) => {
      const settled = async (end: () => void) => {
        open.shift()
        end()
        // What waits for the answer has its turn.
        await new Promise(setImmediate)
      }
      open.push({
        name,
        answer: () =>
          settled(() => {
            arrived.push(name)
            resolve([...arrived])
          }),
        fail: () => settled(() => reject(new Error('no answer'))),
      })
    })
  return {
    wish: (name: string, key = name) =>
      wishes.add({ key, send: () => send(name), ahead: state => [...state, `${name}?`] }),
    ask: (name: string) =>
      wishes.add({ key: name, asks: true, send: () => send(name), ahead: state => state }),
    retry: wishes.retry,
    flush: wishes.flush,
    underway: () => open.map(({ name }) => name),
    answer: () => open[0]?.answer(),
    fail: () => open[0]?.fail(),
    view: () => view,
  }
}

describe('wishes', () => {
  test('do not wait for a question, whose answer no longer counts', async () => {
    const { wish, ask, underway, answer, view } = setUp(['known'])
    ask('question')
    expect(view().state).toEqual(['known'])
    wish('press')
    expect(view().state).toEqual(['known', 'press?'])
    expect(underway()).toEqual(['question', 'press'])
    await answer()
    expect(view().state).toEqual(['known', 'press?'])
    await answer()
    expect(view()).toEqual({ state: ['question', 'press'], failed: false })
  })

  test('go on when a question that was given up fails', async () => {
    const { wish, ask, answer, fail, view } = setUp(['known'])
    ask('question')
    wish('press')
    await fail()
    expect(view()).toEqual({ state: ['known', 'press?'], failed: false })
    await answer()
    expect(view()).toEqual({ state: ['press'], failed: false })
  })

  test('are shown at once and sent one after the other', async () => {
    const { wish, underway, answer, view } = setUp()
    wish('first')
    wish('second')
    expect(view().state).toBeNull()
    expect(underway()).toEqual(['first'])
    await answer()
    expect(view()).toEqual({ state: ['first', 'second?'], failed: false })
    expect(underway()).toEqual(['second'])
    wish('third')
    expect(view().state).toEqual(['first', 'second?', 'third?'])
    await answer()
    await answer()
    expect(view().state).toEqual(['first', 'second', 'third'])
  })

  test('of one key: the last of those that wait is what is sent', async () => {
    const { wish, underway, answer, view } = setUp()
    for (const value of ['10', '20', '30']) wish(value, 'slider')
    expect(underway()).toEqual(['10'])
    await answer()
    expect(view().state).toEqual(['10', '30?'])
    expect(underway()).toEqual(['30'])
    await answer()
    expect(underway()).toEqual([])
    expect(view().state).toEqual(['10', '30'])
  })

  test('are kept when the answer fails, and sent again in their order', async () => {
    const { wish, retry, underway, answer, fail, view } = setUp()
    wish('open')
    await answer()
    wish('first')
    wish('second')
    await fail()
    expect(view()).toEqual({ state: ['open', 'first?', 'second?'], failed: true })
    expect(underway()).toEqual([])
    retry()
    expect(view().failed).toBe(true)
    await answer()
    await answer()
    expect(view()).toEqual({ state: ['open', 'first', 'second'], failed: false })
  })

  test('give way, after a failure, to a later one of their key', async () => {
    const { wish, underway, answer, fail } = setUp()
    wish('10', 'slider')
    wish('20', 'slider')
    await fail()
    wish('30', 'slider')
    expect(underway()).toEqual(['30'])
    await answer()
    expect(underway()).toEqual([])
  })

  test('are all on their way when the page goes', async () => {
    const { wish, flush, underway } = setUp()
    wish('first')
    wish('second')
    wish('third')
    flush()
    expect(underway()).toEqual(['first', 'second', 'third'])
  })
})
