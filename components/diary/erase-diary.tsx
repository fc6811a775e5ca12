import { dayInWords } from '@/utils/diary/dates'
import { tDiary } from '@/utils/i18n/diary'
import { Erase } from './erase'

interface Props {
  /** The days that something is written about. */
  readonly days: readonly string[]
  /** @param day a day, or null for the whole diary. */
  onErase(day: string | null): Promise<boolean>
}

const ALL = 'all'

/** Erases a day of the diary, or all of it. */
export function EraseDiary({ days, onErase }: Props) {
  return (
    <details>
      <summary>{tDiary('erase')}</summary>
      <Erase
        groups={[
          { heading: null, things: [[ALL, tDiary('wholeDiary')]] },
          { heading: tDiary('days'), things: days.toReversed().map(day => [day, dayInWords(day)]) },
        ]}
        onErase={chosen => onErase(chosen === ALL ? null : chosen)}
      />
    </details>
  )
}
