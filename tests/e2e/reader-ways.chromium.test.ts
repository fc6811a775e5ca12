import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { articlePage } from './harness/articles'
import { faultsOf } from './harness/axe'
import { launchChromium } from './harness/chromium'
import { goOn, openReaderFor, press, shown } from './harness/reader'
import { eventually, readerStage } from './harness/reader-stage'
import { stubVoices } from './harness/voice'

/** Exists in the extension's own pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

const stage = readerStage()

describe('reading aloud', () => {
  const marked = () =>
    stage.reader.evaluate(() =>
      [...(CSS.highlights.get('read-aloud') ?? [])].map(range => range.toString().trim()),
    )

  test('says in words that there is no voice, and nothing else changes', async () => {
    await stage.read(articlePage('en'))
    const before = await shown(stage.reader)
    await stage.button('Read aloud').click()
    await stage.reader.getByText('This device has no voice of its own for this language.').waitFor()
    expect(await shown(stage.reader)).toBe(before)
  })

  test('marks each sentence, uses no voice from elsewhere, and stops at the end of the portion', async () => {
    await stage.read(articlePage('en'))
    const { said, endSentence } = await stubVoices(stage.reader)
    await stage.button('Read aloud').click()
    await eventually(said).toEqual(['Near: Behind the dune'])
    await endSentence()
    await eventually(async () => (await said()).length).toBe(2)
    expect(await marked()).toEqual([
      '1 Behind the dune the air is still, and a person can sit there for a while.',
    ])
    await stage.reader.keyboard.press('Escape')
    await eventually(marked).toEqual([])
    await stage.button('Read aloud').click()
    await eventually(async () => {
      await endSentence()
      return stage.button('Read aloud').getAttribute('aria-pressed')
    }).toBe('false')
    const last = (await said()).at(-1)?.replace(/^Near: |\s+/g, '') ?? 'nothing'
    expect((await shown(stage.reader)).endsWith(last)).toBe(true)
  })
})

describe('the part of the page', () => {
  const PAGE = `<!doctype html><title>Two</title><main><div id="first"><p>${'The first part of it. '.repeat(30)}</p></div>
    <div id="second"><p>${'The second part of it. '.repeat(10)}</p><p>And its end.</p></div></main>`

  test('is picked by keys or pointer, remembered for the site, and found by itself again', async () => {
    await stage.read(PAGE)
    const found = await shown(stage.reader)
    await stage.button('Change').click()
    await stage.button('Pick the part on the page').click()
    await stage.inFront(stage.page)
    const second = stage.page.locator('#second p').first()
    await second.click({ position: { x: 20, y: 10 } })
    await stage.page.keyboard.press('Enter')
    await eventually(() => shown(stage.reader)).toMatch(/^Two(Thesecondpartofit\.)+$/)
    expect(await stage.page.evaluate(() => document.documentElement.lastElementChild?.localName)).toBe('body')

    await stage.button('Pick the part on the page').click()
    await stage.inFront(stage.page)
    for (const key of ['ArrowDown', 'ArrowRight', 'Enter']) await stage.page.keyboard.press(key)
    await eventually(() => shown(stage.reader)).toMatch(/^Two(Thesecondpartofit\.)+Anditsend\.$/)

    await stage.button('Let Luwte find the article again').click()
    await eventually(() => shown(stage.reader)).toBe(found)
  })
})

describe('opening', () => {
  test('the key shows the reader beside the page, and the same one again', async () => {
    stage.page = await stage.luwte.newPage(
      stage.site.onHost(stage.site.page(articlePage('en')), 'site-a.test'),
    )
    const tabId = await stage.luwte.tabId(stage.page)
    const worker = await stage.luwte.worker()
    const pressKey = () =>
      worker.evaluate(tabId => {
        const { onCommand } = chrome.commands as unknown as {
          onCommand: { dispatch(name: string, tab: object): void }
        }
        onCommand.dispatch('readCalmly', { id: tabId })
      }, tabId)
    const opened = stage.luwte.context.waitForEvent('page')
    await pressKey()
    stage.reader = await opened
    await stage.reader.locator('.article > div').waitFor()
    await stage.page.bringToFront()
    await pressKey()
    await stage.inFront(stage.reader)
    expect(stage.luwte.context.pages().filter(other => other.url().includes('reader.html'))).toHaveLength(1)
  })

  test('its key is one that the browser gives away, like the others, and stands with them in the settings', async () => {
    const settings = await stage.luwte.openExtensionPage('options.html#keys')
    const commands = await settings.evaluate(() => chrome.commands.getAll())
    const keys = commands.flatMap(({ name, shortcut }) => (name === '_execute_action' ? [] : [shortcut]))
    expect(new Set(keys).size).toBe(3)
    for (const key of keys) {
      expect(key).toMatch(/^Alt\+Shift\+[A-Z]$/)
      await settings.getByText(key ?? '', { exact: true }).waitFor()
    }
  })
})

test('the place outlives a restart of the browser, and is offered softly', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'reader-profile-'))
  const url = stage.site.onHost(stage.site.page(articlePage('en', 30)), 'site-a.test')
  try {
    const first = await launchChromium({ userDataDir: profile })
    const before = await openReaderFor(first, await first.newPage(url))
    for (let portion = 0; portion < 2; portion++) await press(before, 'Space')
    const left = await shown(before)
    await eventually(() =>
      before.evaluate(async () => JSON.stringify(await chrome.storage.local.get('reader:places'))),
    ).toContain('words')
    await first.close()

    const second = await launchChromium({ userDataDir: profile })
    const after = await openReaderFor(second, await second.newPage(url))
    await after.getByRole('status').getByText('You were here.').waitFor()
    expect(await shown(after)).not.toBe(left)
    await after.getByRole('button', { name: 'Go on from there' }).click()
    await eventually(() => shown(after)).toBe(left)
    await second.close()
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
})

describe('for everybody', () => {
  const faults = () => faultsOf(stage.reader)
  const sideways = () => stage.reader.evaluate(() => document.documentElement.scrollWidth - innerWidth)

  test('axe finds nothing, on a telephone and magnified four times neither, in both colours', async () => {
    await stage.read(articlePage('en'))
    expect(await faults()).toEqual([])
    await press(stage.reader, 'Space')
    await stage.button('Change').click()
    await stage.reader.getByLabel('Soft paper').click()
    expect(await faults()).toEqual([])
    await stage.reader.getByLabel('Dark', { exact: true }).click()
    await stage.button('Change').click()
    // 360 px wide, and 1280 by 720 at 400 %.
    for (const size of [
      { width: 360, height: 640 },
      { width: 320, height: 180 },
    ]) {
      await stage.reader.setViewportSize(size)
      expect(await faults()).toEqual([])
      expect(await sideways()).toBe(0)
      await goOn(stage.reader).scrollIntoViewIfNeeded()
      expect(await goOn(stage.reader).isVisible()).toBe(true)
    }
  })

  test('a page that is not read gets nothing', async () => {
    stage.page = await stage.luwte.newPage(stage.site.page(articlePage('en')))
    const worker = await stage.luwte.worker()
    const files = await worker.evaluate(async () => {
      const registered = await chrome.scripting.getRegisteredContentScripts()
      return [
        ...registered.flatMap(({ js = [] }) => js),
        ...(chrome.runtime.getManifest().content_scripts ?? []),
      ]
    })
    expect(files).toEqual([])
  })
})
