import { setTimeout as delay } from 'node:timers/promises'
import { type CorpusPage, pathOf } from '../../../corpus'
import { type Site, SPARE_HOSTS } from '../site'

/** A page of the corpus, open in a window of its own, so that each of several is seen at once. */
export interface OpenPage {
  /** PNGs of what is seen, from now on for so many ms. */
  watch(ms: number): Promise<readonly Uint8Array[]>
  title(): Promise<string>
  /** What moves though no pixel of the page shows it: the title, the icon, the place of sound. */
  unseen(): Promise<string>
  /** What the page threw and nobody caught. */
  readonly errors: readonly string[]
  /** Does what the page says its person does. */
  act(person: string): Promise<void>
  reload(): Promise<void>
  close(): Promise<void>
}

/** A browser with Luwte in it, as far as the corpus needs it. */
export interface CorpusBrowser {
  open(url: string): Promise<OpenPage>
  /** Turns calm mode on or off for the site of the pages open there, as the popup's switch does. */
  switchCalm(host: string, on: boolean): Promise<void>
  close(): Promise<void>
}

/** What a page can be shown with. */
export interface Stage {
  /** Shows a page on a site that is calm, or not. @returns what `use` does. */
  show<T>(page: CorpusPage, calm: boolean, use: (shown: Shown) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface Shown extends OpenPage {
  switchCalm(on: boolean): Promise<void>
}

/** Shows pages side by side, each on a site of its own: what is set for one is not set for another. */
export function stageOf(browser: CorpusBrowser, site: Site): Stage {
  const free = [...SPARE_HOSTS]
  const calmHosts = new Set<string>()

  const take = (calm: boolean): string => {
    const at = free.findIndex(host => calmHosts.has(host) === calm)
    const [host] = free.splice(at < 0 ? 0 : at, 1)
    if (!host) throw new Error(`more than ${SPARE_HOSTS.length} pages at once`)
    return host
  }
  const bring = async (host: string, calm: boolean) => {
    if (calmHosts.has(host) === calm) return
    await browser.switchCalm(host, calm)
    if (calm) calmHosts.add(host)
    else calmHosts.delete(host)
  }
  const anyPage = site.page('<!doctype html><title>Any page</title>')
  /** A site is switched by a page of it. */
  const prepare = async (host: string, calm: boolean) => {
    if (calmHosts.has(host) === calm) return
    const open = await browser.open(site.onHost(anyPage, host))
    await bring(host, calm)
    await open.close()
  }

  return {
    async show(page, calm, use) {
      const host = take(calm)
      try {
        await prepare(host, calm)
        const open = await browser.open(site.onHost(site.url(pathOf(page)), host))
        try {
          return await use({ ...open, switchCalm: on => bring(host, on) })
        } finally {
          await open.close()
        }
      } finally {
        free.push(host)
      }
    },
    close: () => browser.close(),
  }
}

/** Asks again and again, until the answer is wanted or `within` ms have gone. @returns the last answer. */
export async function ask<T>(
  question: () => Promise<T>,
  wanted: (answer: T) => boolean,
  within: number,
): Promise<T> {
  const deadline = Date.now() + within
  for (;;) {
    const answer = await question()
    if (wanted(answer) || Date.now() > deadline) return answer
    await delay(50)
  }
}
