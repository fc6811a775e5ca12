import { useState } from 'preact/hooks'
import {
  partInWords,
  SUMMARY_PARTS,
  type Summary,
  type SummaryPart,
  summarise,
  toText,
} from '@/utils/diary/summary'
import { tDiary } from '@/utils/i18n/diary'
import { Action } from '../controls/action'
import { Checkbox } from '../controls/checkbox'
import { Choice } from '../controls/choice'
import { Trouble } from '../trouble'
import { useCopy } from './use-copy'
import { useSummaryFacts } from './use-summary'

interface Props {
  readonly today: string
}

type Period = 'week' | 'twoWeeks' | 'month'
const DAYS: Readonly<Record<Period, number>> = { week: 7, twoWeeks: 14, month: 30 }

/** One page for family or a doctor, with what the person ticks and nothing else. */
export function SummaryView({ today }: Props) {
  const [period, setPeriod] = useState<Period>('week')
  const [parts, setParts] = useState<ReadonlySet<SummaryPart>>(new Set())
  const [numbers, setNumbers] = useState(false)
  const { value, failed, act } = useSummaryFacts(today, DAYS[period])
  const { copied, copy } = useCopy()
  const summary = value && parts.size > 0 ? summarise(value, parts, numbers) : null
  const tick = (part: SummaryPart, on: boolean) =>
    setParts(new Set(SUMMARY_PARTS.filter(other => (other === part ? on : parts.has(other)))))
  return (
    <>
      <div class="choosing">
        <p class="aside">{tDiary('summaryHint')}</p>
        <Choice<Period>
          label={tDiary('period')}
          choices={[
            ['week', tDiary('lastWeek')],
            ['twoWeeks', tDiary('lastTwoWeeks')],
            ['month', tDiary('lastMonth')],
          ]}
          chosen={period}
          onChange={setPeriod}
        />
        <fieldset>
          <legend>{tDiary('onThePage')}</legend>
          {SUMMARY_PARTS.map(part => (
            <Checkbox
              key={part}
              label={partInWords(part)}
              checked={parts.has(part)}
              onChange={on => tick(part, on)}
            />
          ))}
        </fieldset>
        <Checkbox label={tDiary('withNumbers')} checked={numbers} onChange={setNumbers} />
        <div class="actions">
          <Action
            label={tDiary('copy')}
            usable={summary !== null}
            onPress={() => summary && copy(toText(summary))}
          />
          <Action label={tDiary('print')} usable={summary !== null} onPress={() => print()} />
        </div>
        <p role="status">{copied && tDiary(copied)}</p>
      </div>
      {summary ? <Sheet summary={summary} /> : <p class="aside choosing">{tDiary('nothingTicked')}</p>}
      <Trouble failed={failed} onRetry={() => void act()} />
    </>
  )
}

/** The page as it is printed. */
function Sheet({ summary: { title, period, sections, footer } }: { readonly summary: Summary }) {
  return (
    <article aria-labelledby="sheet">
      <h2 id="sheet">{title}</h2>
      <p>{period}</p>
      {sections.map(({ heading, lines }) => (
        <div key={heading}>
          <h3>{heading}</h3>
          <ul>
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
      {footer.map(line => (
        <p key={line} class="aside">
          {line}
        </p>
      ))}
    </article>
  )
}
