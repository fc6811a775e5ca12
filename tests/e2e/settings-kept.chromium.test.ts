import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { PRESETS } from '../../utils/pacing/settings'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { fillSync, makeRoomInSync } from './harness/full-sync'

/** Exists inside Luwte's worker, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

/** Where Chromium on Linux looks for what an organisation has set. Only root may write there. */
const POLICIES = '/etc/chromium/policies/managed'
const POLICY = join(POLICIES, 'luwte-end-to-end.json')
const MAY_SET = process.platform === 'linux' && process.getuid?.() === 0 && !existsSync(POLICY)

const PRESET = {
  'calm/level': 4,
  'pacing/block': PRESETS.veryLow,
  // Of these, the browser drops the first, and Luwte the second.
  'calm/everywhere': 'always',
  'pacing/laterMs': -1,
  // A part as a whole, with a value that is no one's.
  pacing: { pem: true, resume: 'tomorrow' },
}

let build: string
/** The first folder that was made for the policy, to be removed. */
let made: string | undefined
let luwte: ChromiumWithLuwte
let settings: Page

beforeAll(async () => {
  // A copy: its place gives it a name of its own, so that no other test meets the policy.
  build = await realpath(await mkdtemp(join(tmpdir(), 'luwte-preset-')))
  await cp(resolve(import.meta.dirname, '../../.output/chrome-mv3-e2e'), build, { recursive: true })
  if (MAY_SET) {
    made = await mkdir(POLICIES, { recursive: true })
    await writeFile(POLICY, JSON.stringify({ '3rdparty': { extensions: { [idAt(build)]: PRESET } } }))
  }
  luwte = await launchChromium({ build })
  settings = await luwte.openExtensionPage('options.html')
  settings.setDefaultTimeout(15_000)
  await level().waitFor()
})
afterAll(async () => {
  await luwte?.close()
  if (MAY_SET) await rm(POLICY, { force: true })
  if (made) await rm(made, { recursive: true })
  if (build) await rm(build, { recursive: true })
})

/** The name Chromium gives an extension by its place: a hash in the letters a to p. */
function idAt(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  return Array.from(hash, digit => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}

const level = () => settings.getByRole('slider', { name: 'Calm level', exact: true })
const pem = () => settings.getByRole('checkbox', { name: 'Effort makes me worse later (PEM)' })
const block = () => settings.getByLabel('Block minutes', { exact: true })
const chosen = async () => ({ level: await level().inputValue(), pem: await pem().isChecked() })

test.runIf(MAY_SET)(
  'what a policy has set beforehand is where a person starts, and locks nothing',
  async () => {
    expect(luwte.extensionId).toBe(idAt(build))
    await expect.poll(chosen).toEqual({ level: '4', pem: true })
    expect(await block().inputValue()).toBe('5')
    await level().fill('1')
    await pem().uncheck()
    await expect.poll(chosen).toEqual({ level: '1', pem: false })
    await settings.reload()
    await level().waitFor()
    await expect.poll(chosen).toEqual({ level: '1', pem: false })
    await settings.getByRole('button', { name: 'Reset: everything' }).click()
    await expect.poll(chosen).toEqual({ level: '4', pem: true })
  },
)

test('says so when the browser has no more room for other devices, and goes on here', async () => {
  const words = settings.getByText('The browser has no more room for other devices.')
  expect(await words.count()).toBe(0)
  const worker = await luwte.worker()
  expect(await worker.evaluate(fillSync)).toBe(true)
  const site = settings.locator('summary', { hasText: 'a-site-of-some-length.example' })
  await settings.getByRole('textbox', { name: 'Add a site' }).fill('a-site-of-some-length.example')
  await settings.getByRole('button', { name: 'Add', exact: true }).click()
  await words.waitFor()
  await settings.reload()
  await site.waitFor()
  await words.waitFor()
  await worker.evaluate(makeRoomInSync)
  await expect.poll(() => words.count(), { timeout: 15_000 }).toBe(0)
})

test('says so when the browser keeps nothing for other devices, and goes on here', async () => {
  const words = settings.getByText('The browser keeps nothing for other devices right now.')
  const worker = await luwte.worker()
  await worker.evaluate(() => {
    const { sync } = chrome.storage
    const { get } = sync
    Object.assign(globalThis, { giveBack: () => Object.assign(sync, { get }) })
    Object.assign(sync, { get: () => Promise.reject(new Error('not now')) })
  })
  await pem().click()
  await words.waitFor()
  await worker.evaluate(() => void (globalThis as unknown as { giveBack(): void }).giveBack())
  await pem().click()
  await expect.poll(() => words.count(), { timeout: 15_000 }).toBe(0)
})

test('every key that Luwte asks for is one that the browser gives', async () => {
  const keys = await (await luwte.worker()).evaluate(async () => {
    const given = await chrome.commands.getAll()
    return Object.keys(chrome.runtime.getManifest().commands ?? {}).map(
      asked => given.find(({ name }) => name === asked)?.shortcut,
    )
  })
  expect(keys.length).toBeGreaterThan(0)
  for (const key of keys) {
    expect(key).toBeTruthy()
    await settings.getByText(key ?? '', { exact: true }).waitFor()
  }
})
