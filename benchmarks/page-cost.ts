import type { CDPSession, Page } from 'playwright-core'

/** How many changes a page is given, and how many of them in one callback of a timer. */
const BATCHES = 10
const BATCH = 40

/** What a page cost its main thread, in ms of its own time: what other processes do meanwhile does not count. */
export interface PageCost {
  /** Until the page has loaded and has nothing more to do. */
  readonly load: number
  /** For each change of a class, a style, a text or a child, by turns. */
  readonly mutation: number
}

/** Loads a page and changes it. Closes it after. */
export async function costOf(page: Page, url: string): Promise<PageCost> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(url, { waitUntil: 'load' })
  await untilIdle(page)
  const load = await taskTime(session)
  for (let batch = 0; batch < BATCHES; batch++) await page.evaluate(changePage, { batch, size: BATCH })
  await untilIdle(page)
  const mutation = ((await taskTime(session)) - load) / (BATCHES * BATCH)
  await page.close()
  return { load, mutation }
}

/** Runs in the page: changes it inside the callback of a timer, as scripts do, and waits for the next frame. */
async function changePage({ batch, size }: { batch: number; size: number }): Promise<void> {
  const rows = document.querySelectorAll<HTMLElement>('p')
  const kinds: ((row: HTMLElement) => unknown)[] = [
    row => row.classList.toggle('marked'),
    row => row.style.setProperty('padding-left', `${batch % 9}px`),
    row => row.append(' and more'),
    row => row.replaceWith(row.cloneNode(true)),
  ]
  await new Promise<void>(done => {
    setTimeout(() => {
      for (let change = 0; change < size; change++) {
        const row = rows[(batch * 7919 + change * 104_729) % rows.length]
        if (row) kinds[change % kinds.length]?.(row)
      }
      done()
    })
  })
  await new Promise(done => requestAnimationFrame(done))
}

const untilIdle = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise(done => requestIdleCallback(done)))

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}
