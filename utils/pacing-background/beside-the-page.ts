import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { showIcon } from '../calm/background/toolbar'
import { t } from '../i18n'

/** The tabs whose icon says something, for as long as the browser runs. */
const KEY = 'notedTabs'
const NOTIFICATION = 'pacing'
/** The icon's own quiet green, and one still dot. */
const DOT = { text: '·', color: '#5c7a72' }

/**
 * Says a line at the toolbar icon of each visible tab that no surface can be shown in: a still dot, and the words when
 * pointed at.
 *
 * @returns whether some visible tab has it in its page.
 */
export async function noteInToolbar(line: string, shownIn: readonly number[]): Promise<boolean> {
  const fronts = (await browser.tabs.query({ active: true })).flatMap(({ id }) => id ?? [])
  const unreached = fronts.filter(id => !shownIn.includes(id))
  await browser.storage.session.set({ [KEY]: [...new Set([...(await notedTabs()), ...unreached])] })
  await Promise.all(unreached.map(tabId => note(tabId, line).catch(() => undefined)))
  return unreached.length < fronts.length
}

/** Takes it all back. */
export async function clearNotes(): Promise<void> {
  const noted = await notedTabs()
  if (noted.length > 0) await browser.storage.session.remove(KEY)
  // A tab may be gone by now.
  await Promise.all(noted.map(tabId => clear(tabId).catch(() => undefined)))
  await browser.notifications?.clear(NOTIFICATION)
}

/** Says a line in a notification of the system, where the person has allowed that; without a sound where it can be asked. */
export async function notify(line: string): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return
  const quiet = import.meta.env.FIREFOX ? {} : { silent: true }
  await browser.notifications?.create(NOTIFICATION, {
    type: 'basic',
    title: t('name'),
    message: line,
    iconUrl: browser.runtime.getURL('/icon/on-128.png'),
    ...quiet,
  })
}

async function note(tabId: number, line: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: DOT.color })
  await browser.action.setBadgeText({ tabId, text: DOT.text })
  await browser.action.setTitle({ tabId, title: line })
}

/** Calm mode is off wherever no script may run, and so is its icon. */
async function clear(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '' })
  await showIcon(tabId, false)
}

async function notedTabs(): Promise<number[]> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY)
  return z.catch(z.array(z.number()), []).parse(stored)
}
