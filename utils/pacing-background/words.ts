import { language, type MessageKey, t } from '../i18n'
import type { MessageId, Reply } from '../pacing/effect'
import { messageOn } from '../pacing/effects'
import type { Surface } from '../pacing/state'
import { MINUTE_MS } from '../pacing/timing'

const LINES: Readonly<Record<MessageId, MessageKey>> = {
  forewarning: 'sayForewarning',
  blockDone: 'sayBlockDone',
  secondStage: 'saySecondStage',
  wasAway: 'sayWasAway',
  restOver: 'sayRestOver',
  limit: 'sayLimit',
  evening: 'sayEvening',
}

/** @returns the line on a surface, in the person's language; null for a wordless one. */
export function lineOn(surface: Surface): string | null {
  if (surface.kind === 'limit' && surface.scope.kind === 'day') return t('sayDayLimit')
  const message = messageOn(surface)
  return message && t(LINES[message])
}

/** @returns what is said back to the person where they just did something. */
export function wordsFor(reply: Reply): string {
  switch (reply.message) {
    case 'plan':
      return t('sayPlan', minutes(reply.blockMs), minutes(reply.restMs))
    case 'later':
      return t('sayLater', timeOfDay(reply.around))
    case 'lowDay':
      return t('sayLowDay')
  }
}

/** @returns the time of an instant (epoch milliseconds) as the person writes it: "2:20 PM", "14.20". */
export function timeOfDay(at: number): string {
  const time = new Intl.DateTimeFormat([...navigator.languages], { timeStyle: 'short' }).format(at)
  return language() === 'nl' ? time.replace(':', '.') : time
}

function minutes(ms: number): string {
  return String(Math.round(ms / MINUTE_MS))
}
