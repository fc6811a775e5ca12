import { type MessageKey, t } from '@/utils/i18n'
import type { PacingView } from '@/utils/pacing-view'

interface Props {
  readonly state: PacingView
  readonly said: readonly string[]
}

const PHASES: Readonly<Record<PacingView['phase'], MessageKey>> = {
  off: 'pacingOff',
  work: 'pacingWork',
  approach: 'pacingApproach',
  due1: 'sayBlockDone',
  due2: 'sayBlockDone',
  rest: 'pacingRest',
  restDone: 'sayRestOver',
}

const FILLED: readonly MessageKey[] = ['pacingJustBegun', 'pacingPartWay', 'pacingHalfWay', 'pacingNearEnd']

/** Where the person is in the round, in words and as a shape that fills; in digits only when asked for. */
export function PacingStatus({ state, said }: Props) {
  const { filled, minutesLeft } = state
  return (
    <div class="pacing-status">
      <p>{phaseWords(state)}</p>
      {filled !== null && (
        <>
          <div class="shape" aria-hidden="true">
            <div style={{ width: `${filled * 100}%` }} />
          </div>
          <p class="aside">
            {minutesLeft === null ? t(filledWords(filled)) : t('minutesLeft', String(minutesLeft))}
          </p>
        </>
      )}
      {/* Always there: words are announced only where the region was before them. */}
      <div role="status">
        {said.map(line => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  )
}

function phaseWords({ phase, hold, pausedUntil, wasAway }: PacingView): string {
  if (phase === 'off') return t('pacingOff')
  if (hold === 'evening') return t('sayEvening')
  if (pausedUntil !== null) return t('pacingPaused', pausedUntil)
  if (hold === 'quiet') return t('pacingQuiet')
  return t(wasAway ? 'sayWasAway' : PHASES[phase])
}

function filledWords(filled: number): MessageKey {
  return FILLED[Math.floor(filled * FILLED.length)] ?? 'pacingNearEnd'
}
