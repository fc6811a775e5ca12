import { describe, expect, it } from 'vitest'
import { HeldBrowser } from './held-browser'

/** A page's script: it is called with what it uses, and counts its steps. */
function start(script: (page: Page) => void) {
  const browser = new HeldBrowser()
  const page = new Page(browser)
  browser.task(() => script(page))
  return { browser, page }
}

class Page {
  steps = 0
  constructor(readonly browser: HeldBrowser) {}
  move = () => {
    this.steps++
    this.browser.moved = true
  }
  frame = (call: (time: number) => void) => this.browser.window.requestAnimationFrame?.(call)
  timeout = (call: () => void, ms: number) => this.browser.window.setTimeout?.(call, ms)
  interval = (call: () => void, ms: number) => this.browser.window.setInterval?.(call, ms)
  now = () => this.browser.clock.now()
}

/** An endless loop of frames that moves something at each. */
const endless = ({ frame, move }: Page) => {
  const step = () => {
    move()
    frame(step)
  }
  frame(step)
}

/** Steps a page makes in five seconds, after it has had half a second to come to rest. */
function stepsAfterRest({ browser, page }: ReturnType<typeof start>): number {
  browser.advance(500)
  const before = page.steps
  browser.advance(5000)
  return page.steps - before
}

describe('what moves without end is held', () => {
  it('by frames', () => {
    expect(stepsAfterRest(start(endless))).toBe(0)
  })

  it('by frames whose callback is made anew each time', () => {
    const anew = ({ frame, move }: Page) => {
      const next = () =>
        frame(() => {
          move()
          next()
        })
      next()
    }
    expect(stepsAfterRest(start(anew))).toBe(0)
  })

  it('by an interval', () => {
    expect(stepsAfterRest(start(({ interval, move }) => interval(move, 40)))).toBe(0)
  })

  it('by timeouts that take turns', () => {
    const blink = ({ timeout, move }: Page) => {
      const show = () => {
        move()
        timeout(hide, 30)
      }
      const hide = () => {
        move()
        timeout(show, 60)
      }
      timeout(show, 10)
    }
    expect(stepsAfterRest(start(blink))).toBe(0)
  })

  it('by an interval that leaves the moving to a frame', () => {
    expect(stepsAfterRest(start(({ interval, frame, move }) => interval(() => frame(move), 50)))).toBe(0)
  })

  it('slowly, from the third time on', () => {
    const { browser, page } = start(({ interval, move }) => interval(move, 3000))
    browser.advance(60_000)
    expect(page.steps).toBe(2)
  })
})

describe('a slow row of timeouts', () => {
  const row = (steps: number) => (page: Page) => {
    const next = () => {
      page.move()
      if (page.steps < steps) page.timeout(next, 1200)
    }
    page.timeout(next, 1200)
  }

  it('comes to its end when that is near', () => {
    const { browser, page } = start(row(5))
    browser.advance(60_000)
    expect(page.steps).toBe(5)
  })

  it('is held when it goes on', () => {
    const { browser, page } = start(row(50))
    browser.advance(120_000)
    expect(page.steps).toBeLessThan(9)
  })
})

describe('what no longer counts as movement', () => {
  it('goes on when it is judged anew, while the gate stays active', () => {
    const started = start(page => page.interval(() => page.move(), 40))
    expect(stepsAfterRest(started)).toBe(0)
    const { browser, page } = started
    page.move = () => {
      page.steps++
    }
    browser.gate.release(true)
    expect(stepsAfterRest(started)).toBeGreaterThan(100)
  })
})

describe('what has an end comes to its end', () => {
  const tween = (done: () => void) => (page: Page) => {
    const began = page.now()
    const step = () => {
      page.move()
      if (page.now() - began < 2000) page.frame(step)
      else done()
    }
    page.frame(step)
  }

  it('at once, and not half-way', () => {
    let ended = 0
    const { browser } = start(tween(() => ended++))
    browser.advance(100)
    expect(ended).toBe(1)
  })

  it('soon, where each of its steps takes a slow machine long', () => {
    let ended = 0
    const { browser, page } = start(tween(() => ended++))
    const { move } = page
    page.move = () => {
      move()
      browser.now += 8
    }
    browser.advance(1500)
    expect(ended).toBe(1)
  })

  it('again, though the same function had moved things before', () => {
    let ended = 0
    const { browser, page } = start(tween(() => ended++))
    browser.advance(100)
    browser.task(() => tween(() => ended++)(page))
    browser.advance(100)
    expect(ended).toBe(2)
  })

  it('when an endless one of the same loop has been held, once the person is back', () => {
    const { browser, page } = start(endless)
    browser.advance(500)
    const held = page.steps
    browser.press(1200)
    expect(page.steps - held).toBeGreaterThan(50)
    browser.advance(50)
    const again = page.steps
    browser.advance(5000)
    expect(page.steps).toBe(again)
  })
})

describe('what is not a loop goes on', () => {
  it('when an event sets it each time', () => {
    const { browser, page } = start(() => {})
    for (let event = 0; event < 20; event++) {
      browser.task(() => page.frame(page.move))
      browser.advance(20)
    }
    expect(page.steps).toBe(20)
  })

  it('when a loop that moves nothing starts it', () => {
    let loads = 0
    const poll = ({ timeout, move }: Page) => {
      const ask = () => {
        loads++
        timeout(ask, 200)
      }
      timeout(ask, 0)
      timeout(move, 500)
    }
    const { browser, page } = start(poll)
    browser.advance(2000)
    expect([page.steps, loads]).toEqual([1, 10])
  })

  it('when another loop of the same start is held', () => {
    let clock = 0
    const both = (page: Page) => {
      page.timeout(() => {
        endless(page)
        page.interval(() => clock++, 1000)
      }, 0)
    }
    const { browser } = start(both)
    browser.advance(10_500)
    expect(clock).toBe(10)
  })
})

describe('time', () => {
  it('never goes back for a loop, and is true for everyone else', () => {
    const times: number[] = []
    const { browser, page } = start(page => {
      const step = (time: number) => {
        times.push(time, page.now())
        page.move()
        page.frame(step)
      }
      page.frame(step)
    })
    browser.advance(500)
    expect(times.at(-1)).toBeGreaterThan(5000)
    browser.press(1500)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    browser.task(() => expect(page.now()).toBe(browser.now))
    expect(browser.errors).toEqual([])
  })
})
