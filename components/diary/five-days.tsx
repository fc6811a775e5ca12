import { useMemo, useState } from 'preact/hooks'
import { howLong, howMany } from '@/utils/diary/amounts'
import { dayInShort } from '@/utils/diary/dates'
import { type DayLook, daysUpTo, lookAtDays } from '@/utils/diary/day-look'
import { tDiary } from '@/utils/i18n/diary'
import { MINUTE_MS } from '@/utils/pacing/timing'
import { Checkbox } from '../controls/checkbox'
import { Trouble } from '../trouble'
import { useHistory } from './use-history'

interface Props {
  readonly badDay: string
}

/** What fills a bar from end to end: the same on every day and every bad day, so that nothing is measured by another. */
const WHOLE_BAR_MS = 8 * 60 * MINUTE_MS
/** More soft shapes than these are not told apart. */
const MOST_SHAPES = 12

/** A bad day with the five days before it. They stand side by side, and nothing is made of them. */
export function FiveDays({ badDay }: Props) {
  const [numbers, setNumbers] = useState(false)
  const days = useMemo(() => daysUpTo(badDay), [badDay])
  const { value, failed, act } = useHistory(days[0] ?? badDay, badDay)
  const looks = value && lookAtDays(days, value.intervals, value.records)
  const counted = looks?.filter(({ counted }) => counted).length
  return (
    <section class="five-days" aria-labelledby="five-days">
      <h3 id="five-days">{tDiary('fiveDays')}</h3>
      <Checkbox label={tDiary('showNumbers')} checked={numbers} onChange={setNumbers} />
      <ol>
        {looks?.map(look => (
          <li key={look.day} class={look.day === badDay ? 'bad' : undefined}>
            <h4>{dayInShort(look.day)}</h4>
            {look.day === badDay && <p class="aside">{tDiary('isBadDay')}</p>}
            {look.counted && <LookedAt look={look} numbers={numbers} />}
          </li>
        ))}
      </ol>
      {/* Once for all of them: said on each day, it would read as a list of what is missing. */}
      {counted !== undefined && counted < days.length && (
        <p class="aside">{tDiary(counted === 0 ? 'noneCounted' : 'emptyCounted')}</p>
      )}
      <Trouble failed={failed} onRetry={() => void act()} />
    </section>
  )
}

function LookedAt({ look, numbers }: { readonly look: DayLook; readonly numbers: boolean }) {
  const { blocks, rests, screenMs, eveningMs } = look
  return (
    <dl>
      <dt>{tDiary('blocks')}</dt>
      <dd>
        {howMany(blocks, numbers)}
        <Shapes count={blocks} kind="block" />
      </dd>
      <dt>{tDiary('rests')}</dt>
      <dd>
        {howMany(rests, numbers)}
        <Shapes count={rests} kind="rest" />
      </dd>
      <dt>{tDiary('screenTime')}</dt>
      <dd>
        {howLong(screenMs, numbers)}
        <Bar ms={screenMs} />
      </dd>
      <dt>{tDiary('eveningScreen')}</dt>
      <dd>
        {eveningMs === null ? tDiary('eveningNone') : howLong(eveningMs, numbers)}
        {eveningMs !== null && <Bar ms={eveningMs} />}
      </dd>
    </dl>
  )
}

function Shapes({ count, kind }: { readonly count: number; readonly kind: 'block' | 'rest' }) {
  return (
    <div class="shapes" aria-hidden="true">
      {Array.from({ length: Math.min(count, MOST_SHAPES) }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one is like the other.
        <span key={i} class={kind} />
      ))}
    </div>
  )
}

function Bar({ ms }: { readonly ms: number }) {
  return (
    <div class="bar" aria-hidden="true">
      <div style={{ width: `${Math.min(1, ms / WHOLE_BAR_MS) * 100}%` }} />
    </div>
  )
}
