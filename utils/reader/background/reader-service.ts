import { hostOf } from '@/utils/calm/sites'
import type { Handlers } from '@/utils/messaging/serve'
import { createQueue } from '@/utils/queue'
import { loadPart, savePart } from '@/utils/settings/store'
import { digestOf, withoutPlace, withPlace } from '../places'
import { loadParts, loadPlaces, saveParts, savePlaces } from '../store'
import { openReader } from './open-reader'

type ReaderRequests = Pick<Handlers, Extract<keyof Handlers, `reader.${string}`>>

/** One change at a time: each starts from what the one before it has stored. */
const inTurn = createQueue()

/** The answers to every request about the reader. */
export const readerRequests: ReaderRequests = {
  'reader.open': async ({ tabId }) => {
    await openReader(tabId)
    return null
  },
  'reader.state': async ({ url }) => {
    const [preferences, parts, places, article] = await Promise.all([
      loadPart('reader'),
      loadParts(),
      loadPlaces(),
      digestOf(url),
    ])
    return {
      preferences,
      part: parts[hostOf(url) ?? ''] ?? null,
      place: places.find(place => place.article === article)?.words ?? null,
    }
  },
  'reader.choose': ({ choice }) =>
    inTurn(async () => {
      const given = Object.entries(choice).filter(([, value]) => value !== undefined)
      const before = await loadPart('reader')
      const preferences = { ...before, ...Object.fromEntries(given) }
      await savePart('reader', before, preferences)
      return preferences
    }),
  'reader.keepPlace': ({ article, words }) =>
    inTurn(async () => {
      const places = await loadPlaces()
      await savePlaces(
        words === null
          ? withoutPlace(places, article)
          : withPlace(places, { article, words, at: Date.now() }),
      )
      return null
    }),
  'reader.forgetPlaces': () =>
    inTurn(async () => {
      await savePlaces([])
      return null
    }),
  'reader.forgetPart': ({ url }) => changePart(url, null),
  'reader.picked': async ({ part }, { tab }) => {
    if (tab?.id === undefined) return null
    if (part !== null) await changePart(tab.url ?? '', part)
    await openReader(tab.id)
    return null
  },
}

/** Remembers a part for the site of an address; null has Luwte find the article by itself again. */
function changePart(url: string, part: string | null): Promise<null> {
  return inTurn(async () => {
    const host = hostOf(url)
    const { [host ?? '']: _, ...others } = await loadParts()
    if (host !== null) await saveParts(part === null ? others : { ...others, [host]: part })
    return null
  })
}
