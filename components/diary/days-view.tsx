import { useState } from 'preact/hooks'
import { dayInWords } from '@/utils/diary/dates'
import { siteInWords } from '@/utils/diary/words'
import { toCsv, toJson } from '@/utils/history/export'
import { totalsByDay, totalsBySite } from '@/utils/history/screen-time'
import { tDiary } from '@/utils/i18n/diary'
import type { Forgotten } from '@/utils/pacing/forgotten'
import { Action } from '../controls/action'
import { Trouble } from '../trouble'
import { type ErasableGroup, Erase } from './erase'
import { ScreenTime } from './screen-time'
import { type History, useHistory } from './use-history'
import { useSave } from './use-save'

interface Props {
  readonly today: string
}

const FIRST = '0000-01-01'
const LAST = '9999-12-31'

/** Screen time of days gone by: off until asked for, to keep as a file, and to erase. */
export function DaysView({ today }: Props) {
  const [shown, setShown] = useState(false)
  const { value, failed, act, erase } = useHistory(FIRST, LAST)
  const kept = value !== null && value.intervals.length + value.records.length > 0
  return (
    <>
      <p class="aside">{tDiary('daysHint')}</p>
      {value && !kept && <p>{tDiary('nothingCounted')}</p>}
      {value && kept && (
        <>
          <Action label={tDiary('showScreenTime')} usable pressed={shown} onPress={() => setShown(!shown)} />
          {shown && <ScreenTime intervals={value.intervals} today={today} />}
          <SaveAsFile history={value} today={today} />
        </>
      )}
      {value && <EraseDays history={value} onErase={erase} />}
      <Trouble failed={failed} onRetry={() => void act()} />
    </>
  )
}

function SaveAsFile({
  history: { intervals, records },
  today,
}: {
  readonly history: History
  readonly today: string
}) {
  const save = useSave()
  const heads = [tDiary('day'), tDiary('site'), tDiary('minutesColumn')]
  return (
    <details>
      <summary>{tDiary('saveAsFile')}</summary>
      <p class="aside">{tDiary('saveHint')}</p>
      <div class="actions">
        <Action
          label={tDiary('saveCsv')}
          usable
          onPress={() => save(`luwte-${today}.csv`, 'text/csv', toCsv(intervals, heads))}
        />
        <Action
          label={tDiary('saveJson')}
          usable
          onPress={() => save(`luwte-${today}.json`, 'application/json', toJson(intervals, records))}
        />
      </div>
    </details>
  )
}

const ALL = 'all'
const DAY = 'day:'
const SITE = 'site:'

interface EraseProps {
  readonly history: History
  onErase(forgotten: Forgotten): Promise<boolean>
}

function EraseDays({ history: { intervals, records }, onErase }: EraseProps) {
  const days = new Set([...totalsByDay(intervals).map(({ name }) => name), ...records.map(({ day }) => day)])
  const latestFirst = [...days].sort().reverse()
  const groups: readonly ErasableGroup[] = [
    { heading: null, things: [[ALL, tDiary('allScreenTime')]] },
    { heading: tDiary('days'), things: latestFirst.map(day => [DAY + day, dayInWords(day)]) },
    {
      heading: tDiary('sites'),
      things: totalsBySite(intervals).map(({ name }) => [SITE + name, siteInWords(name)]),
    },
  ]
  return (
    <details>
      <summary>{tDiary('erase')}</summary>
      <Erase groups={groups} onErase={chosen => onErase(forgottenOf(chosen))} />
    </details>
  )
}

function forgottenOf(chosen: string): Forgotten {
  if (chosen.startsWith(DAY)) return { kind: 'day', day: chosen.slice(DAY.length) }
  if (chosen.startsWith(SITE)) return { kind: 'site', site: chosen.slice(SITE.length) }
  return { kind: 'all' }
}
