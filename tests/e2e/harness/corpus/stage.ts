import { setTimeout as delay } from 'node:timers/promises'
import type { RequestName } from '../../../../utils/messages'
import { type Site, SPARE_HOSTS } from '../site'
import { DIMMED, UNSEEN } from './view'

/** What can be told of a page from outside. */
export interface SeenPage {
  picture(): Promise<Uint8Array>
  title(): Promise<string>
  close(): Promise<void>
}

/** A page, open in a window of its own, so that each of several is seen at once. */
export interface OpenPage extends SeenPage {
  /** PNGs of what is seen, from now on for so many ms. */
  watch(ms: number): Promise<readonly Uint8Array[]>
  /** What a script comes to in the page's own world. */
  evaluate(script: string): Promise<unknown>
  /** What the page threw and nobody caught. */
  readonly errors: readonly string[]
  /** Does what the page says its person does. */
  act(person: string): Promise<void>
  reload(): Promise<void>
}

/** A browser with Luwte in it, as far as tests of pages need it. */
export interface CorpusBrowser {
  /** Where Luwte's own files are. */
  readonly ownOrigin: string
  open(url: string): Promise<OpenPage>
  /** Opens a page that may have changed what its own functions do: nothing is run in it. */
  openUntouched(url: string): Promise<SeenPage>
  /** Asks the background about the site of the pages open there, as the popup does. @throws when it refuses. */
  ask(host: string, name: RequestName, payload: object): Promise<void>
  close(): Promise<void>
}

export interface CorpusBrowserOptions {
  readonly reducedMotion?: 'reduce'
  readonly viewport?: { readonly width: number; readonly height: number }
}

/** What a page can be shown with. */
export interface Stage {
  /** Shows what is served at `path` on a site that is calm, or not. @returns what `use` does. */
  show<T>(path: string, calm: boolean, use: (shown: Shown) => Promise<T>): Promise<T>
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
    await browser.ask(host, 'calm.switch', { on: calm })
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
    async show(path, calm, use) {
      const host = take(calm)
      try {
        await prepare(host, calm)
        const open = await browser.open(site.onHost(site.url(path), host))
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

/** What moves though no pixel of the page shows it: the title, the icon, the place of sound. */
export const unseenOf = (page: OpenPage): Promise<string> => page.evaluate(UNSEEN) as Promise<string>

/** Whether calm mode's light lies over the page, or still fades. */
export const isDimmed = (page: OpenPage): Promise<boolean> => page.evaluate(DIMMED) as Promise<boolean>

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
