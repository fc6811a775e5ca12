import { expect } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { Replies, Reply, RequestName, RequestOf } from '@/utils/messages'
import type { PacingView } from '@/utils/pacing-view'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

export const SECOND = 1000
export const MINUTE = 60 * SECOND

/** One of Luwte's own pages, in whichever browser. */
interface OwnPage {
  evaluate<A, R>(run: (given: A) => R | Promise<R>, given: A): Promise<R>
}

/** Drives pacing from one of Luwte's pages: by its requests, and by the clock that only the e2e build has. */
export interface PacingDriver {
  ask<N extends RequestName>(name: N, payload: RequestOf<N>): Promise<Replies[N]>
  /** The state of pacing beside the tab the driver was made for. */
  state(): Promise<PacingView>
  /** Does one of the things that need nothing but a tab. */
  press(name: 'start' | 'pause' | 'resume' | 'rest' | 'later' | 'stop'): Promise<PacingView>
  /** Lets time pass, milliseconds, with the alarm ringing whenever it was asked for. */
  advance(ms: number): Promise<void>
  /** Lets time pass with nothing running. */
  sleep(ms: number): Promise<void>
  /** Where the person is, instead of what the browser says. */
  device(device: 'active' | 'idle' | 'away' | null): Promise<void>
  /** Milliseconds counted today by site, on this device. */
  counted(): Promise<Record<string, number>>
  /** Until when the last key counts as typing, epoch milliseconds of the driven clock. */
  typedUntil(): Promise<number>
  /** How many stretches of screen time the history holds, and milliseconds of all of them. */
  history(): Promise<{ stretches: number; ms: number }>
}

export function drivePacing(page: OwnPage, tabId: number): PacingDriver {
  const ask = async <N extends RequestName>(name: N, payload: RequestOf<N>) => {
    const reply = await page.evaluate(
      message => chrome.runtime.sendMessage(message) as Promise<Reply<unknown>>,
      { name, payload },
    )
    if (!reply.ok) throw new Error(reply.error)
    return reply.value as Replies[N]
  }
  const order = (given: object) => page.evaluate(giveOrder, given)

  return {
    ask,
    state: () => ask('pacing.state', { tabId }),
    press: name => ask(`pacing.${name}`, { tabId }),
    advance: advanceMs => order({ advanceMs }),
    sleep: sleepMs => order({ sleepMs }),
    device: device => order({ device }),
    counted: () => page.evaluate(readCounted, undefined),
    typedUntil: () => page.evaluate(readTypedUntil, undefined),
    history: () => page.evaluate(readHistory, undefined),
  }
}

/** Runs in the page. A background that is just ending may let a port lead nowhere: then it is asked again. */
function giveOrder(given: object): Promise<void> {
  return new Promise((done, failed) => {
    const connect = () => {
      const port = chrome.runtime.connect({ name: 'e2e.clock' })
      let isThere = false
      const again = () => {
        clearTimeout(unheard)
        port.disconnect()
        setTimeout(connect, 100)
      }
      const unheard = setTimeout(again, 5000)
      port.onMessage.addListener(answer => {
        if (answer === 'here') {
          clearTimeout(unheard)
          isThere = true
          port.postMessage(given)
          return
        }
        port.disconnect()
        if (answer === 'done') done()
        else failed(new Error(String(answer)))
      })
      port.onDisconnect.addListener(() => (isThere ? failed(new Error('the background ended')) : again()))
    }
    connect()
  })
}

async function readCounted(): Promise<Record<string, number>> {
  const { pacingState } = await chrome.storage.local.get('pacingState')
  const { device, today, ledger } = (
    pacingState as {
      state: {
        device: string
        today: { key: string }
        ledger: { totals: Record<string, Record<string, Record<string, number>>> }
      }
    }
  ).state
  return ledger.totals[device]?.[today.key] ?? {}
}

async function readTypedUntil(): Promise<number> {
  const { pacingState } = await chrome.storage.local.get('pacingState')
  const { at, typingMs } = (pacingState as { state: { at: number; typingMs: number } }).state
  return at + typingMs
}

async function readHistory(): Promise<{ stretches: number; ms: number }> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result)
      request.onerror = () => failed(request.error)
    })
  const database = await settled(indexedDB.open('history'))
  const store = database.transaction('intervals').objectStore('intervals')
  const intervals: { from: number; to: number }[] = await settled(store.getAll())
  database.close()
  return { stretches: intervals.length, ms: intervals.reduce((sum, { from, to }) => sum + to - from, 0) }
}

/** Forgets everything that Luwte keeps: its settings, its state and the history. Runs in one of its own pages. */
export async function forgetAll(): Promise<void> {
  const eraseHistory = () =>
    new Promise<void>((done, failed) => {
      const opening = indexedDB.open('history')
      opening.onerror = () => failed(opening.error)
      opening.onsuccess = () => {
        const names = [...opening.result.objectStoreNames]
        const erasing = opening.result.transaction(names, 'readwrite')
        for (const name of names) erasing.objectStore(name).clear()
        erasing.onerror = () => failed(erasing.error)
        erasing.oncomplete = () => {
          opening.result.close()
          done()
        }
      }
    })
  const databases = await indexedDB.databases()
  if (databases.some(({ name }) => name === 'history')) await eraseHistory()
  await chrome.alarms.clearAll()
  await chrome.storage.session.clear()
  await chrome.storage.sync.clear()
  await chrome.storage.local.clear()
}

/** The keys of whichever browser. */
interface Keyboard {
  type(text: string): Promise<void>
  press(key: 'Shift'): Promise<void>
}

/**
 * Types into the field in focus, word by word, until the day's or site's limit is long reached, and then rests the hands.
 * Nothing may appear before 5 s after the last key.
 */
export async function typeIntoLimit(pacing: PacingDriver, keyboard: Keyboard, words: string): Promise<void> {
  let until = (await pacing.typedUntil()) + 4 * SECOND
  for (const word of words.match(/\S+ ?/g) ?? []) {
    await keyboard.type(word)
    // Pages report once a second of the real clock, and only once they have been asked to.
    const heard = async () => {
      await keyboard.press('Shift')
      return pacing.typedUntil()
    }
    await expect.poll(heard, { timeout: 10_000 }).toBeGreaterThan(until)
    until = (await pacing.typedUntil()) + SECOND
    // The real clock runs too: what is left of the five seconds is for a slow machine.
    await pacing.advance(2 * SECOND)
    expect((await pacing.state()).surface).toBeNull()
  }
  await pacing.advance(6 * SECOND)
}
