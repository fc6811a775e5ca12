import { useEffect, useState } from 'preact/hooks'
import type { DiaryEntry, EntryChange } from '@/utils/diary/entry'
import { Questions } from './questions'
import { Written } from './written'

interface Props {
  readonly entry: DiaryEntry
  readonly earlierWins: readonly string[]
  /** It is the day that is asked about. */
  readonly asks: boolean
  onChange(change: (entry: DiaryEntry) => EntryChange): void
}

/** One day: the questions, the first time it is opened on that day itself; from then on what is written. */
export function EntryOfOneDay({ entry, earlierWins, asks, onChange }: Props) {
  const [asking, setAsking] = useState(asks && !entry.asked)
  // Once they are on the screen they have been asked, answered or not: a page that is opened again does not insist.
  const shown = asking && !entry.asked
  useEffect(() => {
    if (shown) onChange(() => ({ asked: true }))
  }, [shown, onChange])
  const Shown = asking ? Questions : Written
  return <Shown entry={entry} earlierWins={earlierWins} onChange={onChange} onDone={() => setAsking(false)} />
}
