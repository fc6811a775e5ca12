import { useRef, useState } from 'preact/hooks'
import { dayInWords } from '@/utils/diary/dates'
import type { DiaryState } from '@/utils/diary/diary-state'
import { tDiary } from '@/utils/i18n/diary'
import { addDays } from '@/utils/time/day'
import { Action } from '../controls/action'
import { Switch } from '../controls/switch'
import { Trouble } from '../trouble'
import { EntryOfOneDay } from './day-entry'
import { EraseDiary } from './erase-diary'
import { FiveDays } from './five-days'
import { SaveDiary } from './save-diary'
import type { Diary } from './use-diary-state'
import { useEntry } from './use-entry'

const HINT = 'keep-hint'

interface Props {
  readonly diary: Diary
  readonly state: DiaryState
}

/** The diary, one day at a time. Off until the person wants it; while they rest it waits. */
export function DiaryView({ diary, state: { keeps, today, resting } }: Props) {
  const [chosen, choose] = useState<string | null>(null)
  const opened = useEntry(chosen ?? today, today)
  const { value } = opened
  const day = value?.entry.day ?? today
  // Today is not chosen: it is whatever day it is, tomorrow another.
  const open = (other: string) => choose(other === today ? null : other)
  const heading = useRef<HTMLHeadingElement>(null)
  const erasable = useRef(false)
  // It stays once it was there, to say that all is erased.
  erasable.current ||= value !== null && value.entries.length > 0
  return (
    <>
      <Switch label={tDiary('keepDiary')} describedBy={HINT} on={keeps} onChange={diary.setKeeps} />
      <p id={HINT} class="aside">
        {tDiary('keepDiaryHint')}
      </p>
      {keeps && resting && <p>{tDiary('resting')}</p>}
      {keeps && !resting && value && (
        <section aria-labelledby="day">
          <h2 id="day" ref={heading} tabIndex={-1}>
            {day === today ? `${tDiary('today')}, ${dayInWords(day)}` : dayInWords(day)}
          </h2>
          <EntryOfOneDay
            {...value}
            asks={day === today}
            onChange={opened.change}
            onAnswered={() => heading.current?.focus()}
          >
            {value.entry.bad && <FiveDays key={day} badDay={day} />}
            <div class="actions">
              <Action label={tDiary('dayBefore')} usable onPress={() => open(addDays(day, -1))} />
              <Action label={tDiary('dayAfter')} usable={day < today} onPress={() => open(addDays(day, 1))} />
            </div>
          </EntryOfOneDay>
        </section>
      )}
      {!keeps && value && value.entries.length > 0 && <p>{tDiary('stillHere')}</p>}
      {value && value.entries.length > 0 && <SaveDiary entries={value.entries} today={today} />}
      {value && erasable.current && (
        <EraseDiary days={value.entries.map(({ day }) => day)} onErase={opened.erase} />
      )}
      <Trouble failed={opened.failed} onRetry={() => void opened.act()} />
    </>
  )
}
