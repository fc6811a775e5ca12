import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { DiaryEntry, EntryChange } from '@/utils/diary/entry'
import { Questions } from './questions'
import { Written } from './written'

interface Props {
  readonly entry: DiaryEntry
  readonly earlierWins: readonly string[]
  /** It is the day that is asked about. */
  readonly asks: boolean
  /** What stands below what is written; while questions are asked there is nothing else to decide. */
  readonly children: ComponentChildren
  onChange(change: (entry: DiaryEntry) => EntryChange): void
  /** The last question is behind them. */
  onAnswered(): void
}

/** One day: the questions, the first time it is opened on that day itself; from then on what is written. */
export function EntryOfOneDay({ entry, earlierWins, asks, children, onChange, onAnswered }: Props) {
  const { day, asked } = entry
  const [answering, setAnswering] = useState<string | null>(null)
  const begins = asks && !asked
  // Once they are on the screen they have been asked, answered or not: a page that is opened again does not insist.
  useEffect(() => {
    if (!begins) return
    setAnswering(day)
    onChange(() => ({ asked: true }))
  }, [begins, day, onChange])
  const finish = () => {
    setAnswering(null)
    onAnswered()
  }

  const written = { entry, earlierWins, onChange }
  if (begins || answering === day) return <Questions {...written} onDone={finish} />
  return (
    <>
      <Written {...written} />
      {children}
    </>
  )
}
