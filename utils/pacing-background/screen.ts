import type { SurfaceView } from '../nudges/surface-view'
import type { Surface } from '../pacing/state'
import type { PacingPreferences } from '../settings/pacing-schema'
import { playSoftly } from '../sound/background'
import { clearNotes, noteInToolbar, notify } from './beside-the-page'
import { ideaOfThisRest, turnToNextIdea } from './rest-idea'
import { lineOn } from './words'

/** Shows a surface in the visible tabs, or fades all away; tells in which tabs it is. Doing it twice changes nothing. */
export type ShowSurface = (view: SurfaceView | null) => Promise<{ readonly shownIn: readonly number[] }>

/** What is to be on the screen. */
export interface Wanted {
  readonly surface: Surface | null
  /** It was not there before. */
  readonly appears: boolean
  /** With the soft sound. */
  readonly sound: boolean
  readonly preferences: PacingPreferences
}

/** A page that hangs must not keep what comes next from the others. */
const LONGEST_WAIT_MS = 5000

/** Brings what is wanted to the screen, one at a time; of those that wait, only the last. */
export function createScreen(show: ShowSurface): (wanted: Wanted) => void {
  let next: Wanted | null = null
  let busy = false

  async function work(): Promise<void> {
    for (busy = true; next; ) {
      const wanted: Wanted = next
      next = null
      await inTime(bring(wanted, show))
    }
    busy = false
  }

  return wanted => {
    // What was to appear and has not yet, still appears.
    next = next?.appears && wanted.surface ? { ...wanted, appears: true } : wanted
    if (!busy) void work()
  }
}

async function bring({ surface, appears, sound, preferences }: Wanted, show: ShowSurface): Promise<void> {
  if (surface === null) {
    await show(null)
    await clearNotes()
    return
  }
  if (appears && surface.kind === 'rest' && !surface.over) await turnToNextIdea(preferences)
  if (sound && appears) void playSoftly()
  const { shownIn } = await show(await viewOf(surface, preferences))
  const line = lineOn(surface)
  if (line === null) return clearNotes()
  const reached = await noteInToolbar(line, shownIn)
  if (!reached && appears && preferences.notifications) await notify(line)
}

async function viewOf(surface: Surface, preferences: PacingPreferences): Promise<SurfaceView> {
  const line = lineOn(surface) ?? ''
  switch (surface.kind) {
    case 'notice':
      return { kind: surface.notice === 'forewarning' ? 'forewarning' : 'notice', line }
    case 'nudge':
    case 'limit':
      return { kind: surface.kind, line }
    case 'rest':
      return {
        kind: 'rest',
        idea: await ideaOfThisRest(preferences),
        kindLine: preferences.showKindLine ? preferences.kindLine || null : null,
        breathing: preferences.breathing,
        done: lineOn(surface),
      }
  }
}

function inTime(task: Promise<void>): Promise<void> {
  const late = new Promise<void>(resolve => setTimeout(resolve, LONGEST_WAIT_MS))
  // What cannot be shown now is shown at the next turn.
  return Promise.race([task.catch(() => undefined), late])
}
