import { useEffect, useRef } from 'preact/hooks'
import { tDiary } from '@/utils/i18n/diary'
import { Trouble } from '../trouble'
import { DaysView } from './days-view'
import { DiaryView } from './diary-view'
import { SummaryView } from './summary-view'
import { useDiaryState } from './use-diary-state'
import { useView, VIEWS, type ViewName } from './use-view'

/** Diary, days and summary: three views of one page, each of which does one thing. */
export function DiaryPage() {
  const view = useView()
  const diary = useDiaryState()
  return (
    <>
      <nav aria-label={tDiary('views')}>
        {VIEWS.map(name => (
          <a key={name} href={`#${name}`} aria-current={name === view ? 'page' : undefined}>
            {tDiary(name)}
          </a>
        ))}
      </nav>
      <main>
        <ViewHeading key={view} view={view} />
        {diary.state && view === 'diary' && <DiaryView diary={diary} state={diary.state} />}
        {diary.state && view === 'days' && <DaysView today={diary.state.today} />}
        {diary.state && view === 'summary' && <SummaryView today={diary.state.today} />}
        <Trouble failed={diary.failed} onRetry={diary.retry} />
      </main>
      <footer>
        <p>{tDiary('notAdvice')}</p>
      </footer>
    </>
  )
}

/** Who follows a link within the page is brought to what it leads to. */
function ViewHeading({ view }: { readonly view: ViewName }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement?.matches('nav a')) heading.current?.focus()
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {tDiary(view)}
    </h1>
  )
}
