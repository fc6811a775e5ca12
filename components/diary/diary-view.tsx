import { useState } from 'preact/hooks'
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
  const day = chosen ?? today
  const opened = useEntry(day)
  const { value } = opened
  return (
    <>
      <Switch label={tDiary('keepDiary')} describedBy={HINT} on={keeps} onChange={diary.setKeeps} />
      <p id={HINT} class="aside">
        {tDiary('keepDiaryHint')}
      </p>
      {keeps && resting && <p>{tDiary('resting')}</p>}
      {keeps && !resting && value && (
        <section aria-labelledby="day">
          <h2 id="day">{day === today ? `${tDiary('today')}, ${dayInWords(day)}` : dayInWords(day)}</h2>
          <EntryOfOneDay key={day} {...value} asks={day === today} onChange={opened.change} />
          {value.entry.bad && <FiveDays key={`${day} before`} badDay={day} />}
          <div class="actions">
            <Action label={tDiary('dayBefore')} usable onPress={() => choose(addDays(day, -1))} />
            <Action label={tDiary('dayAfter')} usable={day < today} onPress={() => choose(addDays(day, 1))} />
          </div>
        </section>
      )}
      {value && value.days.length > 0 && (
        <>
          {!keeps && <p>{tDiary('stillHere')}</p>}
          <EraseDiary days={value.days} onErase={opened.erase} />
        </>
      )}
      <Trouble failed={opened.failed} onRetry={() => void opened.act()} />
    </>
  )
}
