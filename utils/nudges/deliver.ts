import { browser } from 'wxt/browser'
import { language, t } from '../i18n'
import { createQueue } from '../queue'
import { hush, unhush } from './hush'
import type { SurfaceMessage, SurfaceWords, WatchMessage } from './messages'
import { leaveRestTabs, restBeside } from './rest-tabs'
import { readSurface, writeSurface } from './stored-surface'
import type { SurfaceView } from './surface-view'

/** The last one asked for is what stays on the screen. */
const inTurn = createQueue()

/**
 * Shows a surface in the visible tab of every window, or fades all away. Doing it twice changes nothing; doing it again
 * when another tab or page has become visible takes the surface there, and away from what is hidden now.
 *
 * @returns the tabs it is in; none where the browser lets no script in, so that the toolbar has to say it.
 */
export function showSurface(view: SurfaceView | null): Promise<{ shownIn: number[] }> {
  return inTurn(async () => show(view, (await readSurface()).tabs))
}

/** Asks the visible pages to report typing, breakpoints and full screen, or tells all pages to stop. */
export async function watchPages(on: boolean): Promise<void> {
  const message: WatchMessage = { name: 'pacing.watch', on }
  const tabs = on ? await visibleTabs() : idsOf(await browser.tabs.query({}))
  await Promise.all(
    tabs.map(async tabId => {
      if (on) await inject(tabId, true)
      await send(tabId, message)
    }),
  )
}

async function show(view: SurfaceView | null, before: readonly number[]): Promise<{ shownIn: number[] }> {
  const visible = view ? await visibleTabs() : []
  // Stored first: what was begun can always be taken away again. While resting, a tab that is hidden rests on.
  const stays = view?.kind === 'rest' ? before : []
  const tabs = [...new Set([...stays, ...visible])]
  await writeSurface({ view, tabs })
  if (view?.kind !== 'rest') await leaveRestTabs()
  const left = before.filter(tabId => !tabs.includes(tabId))
  await Promise.all(left.map(tabId => send(tabId, surfaceMessage(null))))
  const shown = await Promise.all(visible.map(async tabId => ((await showIn(tabId, view)) ? [tabId] : [])))
  const shownIn = shown.flat()
  if (view?.kind !== 'rest') {
    await unhush()
    return { shownIn }
  }
  await hush(visible)
  return { shownIn: [...shownIn, ...(await restBeside(visible.filter(id => !shownIn.includes(id))))] }
}

/** @returns what is to be shown now, for a page of Luwte's own that shows it by itself. */
export async function currentSurface(): Promise<SurfaceMessage> {
  return surfaceMessage((await readSurface()).view)
}

async function showIn(tabId: number, view: SurfaceView | null): Promise<boolean> {
  // In every frame for a rest: films play in frames.
  const mayRun = await inject(tabId, view?.kind === 'rest')
  return mayRun && (await send(tabId, surfaceMessage(view))) === true
}

/** @returns whether the browser lets a script into this tab's page. */
function inject(tabId: number, allFrames: boolean): Promise<boolean> {
  return browser.scripting
    .executeScript({ target: { tabId, allFrames }, files: ['/nudge.js'], injectImmediately: true })
    .then(
      () => true,
      () => false,
    )
}

/** @returns what the page answers; undefined when nobody is there to. */
function send(tabId: number, message: SurfaceMessage | WatchMessage): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message).catch(() => undefined)
}

const surfaceMessage = (view: SurfaceView | null): SurfaceMessage => ({
  name: 'pacing.surface',
  view,
  words: wordsOfButtons(),
})

function wordsOfButtons(): SurfaceWords {
  return {
    language: language(),
    name: t('name'),
    rest: t('rest'),
    later: t('later'),
    off: t('off'),
    leave: t('leave'),
    longer: t('aLittleLonger'),
    back: t('back'),
    breathe: t('breatheAlong'),
    breatheInWords: t('restIdeaBreatheGently'),
  }
}

async function visibleTabs(): Promise<number[]> {
  return idsOf(await browser.tabs.query({ active: true }))
}

const idsOf = (tabs: readonly { id?: number | undefined }[]): number[] =>
  tabs.flatMap(({ id }) => (id === undefined ? [] : [id]))
