import { access } from 'node:fs/promises'
import { locateApp } from 'locate-app'

export interface Browser {
  readonly name: string
  readonly executablePath: string
}

interface Candidate {
  readonly name: string
  /** Commands on Linux, the most wanted first. */
  readonly commands: readonly string[]
  readonly macOsName: string
  readonly windowsSuffix: string
}

// Chromium comes first: it is the one this project is tried in most.
const CHROMIUM_FAMILY: readonly Candidate[] = [
  {
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser'],
    macOsName: 'Chromium',
    windowsSuffix: '\\Chromium\\Application\\chrome.exe',
  },
  {
    name: 'Chrome',
    commands: ['google-chrome-stable', 'google-chrome'],
    macOsName: 'Google Chrome',
    windowsSuffix: '\\Google\\Chrome\\Application\\chrome.exe',
  },
  {
    name: 'Edge',
    commands: ['microsoft-edge-stable', 'microsoft-edge'],
    macOsName: 'Microsoft Edge',
    windowsSuffix: '\\Microsoft\\Edge\\Application\\msedge.exe',
  },
  {
    name: 'Brave',
    commands: ['brave-browser', 'brave'],
    macOsName: 'Brave Browser',
    windowsSuffix: '\\BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  },
]

const FIREFOX_FAMILY: readonly Candidate[] = [
  {
    name: 'Firefox',
    commands: ['firefox', 'firefox-esr'],
    macOsName: 'Firefox',
    windowsSuffix: '\\Mozilla Firefox\\firefox.exe',
  },
]

/** The browser at $CHROMIUM, or the first Chromium, Chrome, Edge or Brave on this machine. */
export const findChromium = (): Promise<Browser | undefined> => find(process.env.CHROMIUM, CHROMIUM_FAMILY)

/** The browser at $FIREFOX, or the Firefox on this machine. */
export const findFirefox = (): Promise<Browser | undefined> => find(process.env.FIREFOX, FIREFOX_FAMILY)

/** @throws when a browser was named but is not there: to use another one silently would mislead. */
async function find(named: string | undefined, family: readonly Candidate[]): Promise<Browser | undefined> {
  if (named) {
    await access(named).catch(() => {
      throw new Error(`${named} was named as the browser to use, but is not there.`)
    })
    return { name: named, executablePath: named }
  }
  for (const candidate of family) {
    const executablePath = await locate(candidate)
    if (executablePath) return { name: candidate.name, executablePath }
  }
  return undefined
}

async function locate({ name, commands, macOsName, windowsSuffix }: Candidate): Promise<string | undefined> {
  for (const linuxWhich of commands) {
    // locate-app rejects when the app is not there, which is an ordinary answer here.
    const path = await locateApp({ appName: name, linuxWhich, macOsName, windowsSuffix }).catch(
      () => undefined,
    )
    if (path) return path
  }
  return undefined
}
