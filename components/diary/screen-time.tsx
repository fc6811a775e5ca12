import { useMemo, useState } from 'preact/hooks'
import { howLong } from '@/utils/diary/amounts'
import { dateInShort, dayInWords } from '@/utils/diary/dates'
import { siteInWords } from '@/utils/diary/words'
import { type Total, totalsByDay, totalsBySite } from '@/utils/history/screen-time'
import { tDiary } from '@/utils/i18n/diary'
import type { LedgerInterval } from '@/utils/pacing/ledger'
import type { BarPlot } from '@/utils/plot/bars'
import { addDays } from '@/utils/time/day'
import { Choice } from '../controls/choice'
import { usePlot } from './use-plot'

interface Props {
  readonly intervals: readonly LedgerInterval[]
  readonly today: string
}

type Period = 'week' | 'month' | 'all'
type By = 'day' | 'site'

/** How far a period reaches back, days before today. */
const BACK: Readonly<Record<Exclude<Period, 'all'>, number>> = { week: 6, month: 29 }
/** More bars than these say nothing more; the table has all of them. */
const MOST_SITES = 8

/** Screen time as a plot, and the same as a table. */
export function ScreenTime({ intervals, today }: Props) {
  const [period, setPeriod] = useState<Period>('week')
  const [by, setBy] = useState<By>('day')
  const first = period === 'all' ? '' : addDays(today, -BACK[period])
  const shown = useMemo(() => intervals.filter(({ day }) => day >= first), [intervals, first])
  const totals = useMemo(() => (by === 'day' ? totalsByDay(shown) : totalsBySite(shown)), [shown, by])
  const plot = useMemo(() => plotOf(totals, by, first, today), [totals, by, first, today])
  const name = (total: Total) => (by === 'day' ? dayInWords(total.name) : siteInWords(total.name))
  return (
    <>
      <Choice<Period>
        label={tDiary('period')}
        choices={[
          ['week', tDiary('lastWeek')],
          ['month', tDiary('lastMonth')],
          ['all', tDiary('everything')],
        ]}
        chosen={period}
        onChange={setPeriod}
      />
      <Choice<By>
        label={tDiary('shownBy')}
        choices={[
          ['day', tDiary('byDay')],
          ['site', tDiary('bySite')],
        ]}
        chosen={by}
        onChange={setBy}
      />
      {totals.length === 0 ? (
        <p>{tDiary('nothingInTime')}</p>
      ) : (
        <>
          <Plot plot={plot} />
          <table>
            <caption>{tDiary(by === 'day' ? 'screenTime' : 'screenTimeBySite')}</caption>
            <thead>
              <tr>
                <th scope="col">{tDiary(by)}</th>
                <th scope="col">{tDiary('screenTime')}</th>
              </tr>
            </thead>
            <tbody>
              {totals.map(total => (
                <tr key={total.name}>
                  <th scope="row">{name(total)}</th>
                  <td>{howLong(total.ms, true)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}

/** The table says the same to who cannot see it. */
function Plot({ plot }: { readonly plot: BarPlot }) {
  return <div ref={usePlot(plot)} class="plot" aria-hidden="true" />
}

function plotOf(totals: readonly Total[], by: By, first: string, today: string): BarPlot {
  const lying = by === 'site'
  return {
    bars: lying ? totals.slice(0, MOST_SITES) : withEmptyDays(totals, first, today),
    lying,
    nameOf: ({ name }) => (lying ? siteInWords(name) : dateInShort(name)),
    amountInWords: ms => howLong(ms, true),
  }
}

/** A day on which nothing was counted has a place on the plot as well. */
function withEmptyDays(totals: readonly Total[], first: string, today: string): Total[] {
  const days: Total[] = []
  const from = first || (totals[0]?.name ?? today)
  for (let day = from; day <= today; day = addDays(day, 1)) {
    days.push(totals.find(({ name }) => name === day) ?? { name: day, ms: 0 })
  }
  return days
}
