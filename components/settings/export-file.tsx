import { useState } from 'preact/hooks'
import type { DiaryEntry } from '@/utils/diary/entry'
import { tSettings } from '@/utils/i18n/settings'
import { Checkbox } from '../controls/checkbox'
import type { Tools } from './section'

/** Gives the settings as a file. The diary is about the person's health: it comes along only where they tick it. */
export function ExportFile({ file, describedBy }: Tools) {
  const [diary, setDiary] = useState<readonly DiaryEntry[] | null>(null)
  const [failed, setFailed] = useState(false)
  const add = (wanted: boolean) => {
    setFailed(false)
    if (!wanted) return setDiary(null)
    file.diary.read().then(
      ({ entries }) => setDiary(entries),
      () => setFailed(true),
    )
  }
  return (
    <>
      <Checkbox
        label={tSettings('diaryToo')}
        describedBy={describedBy}
        checked={diary !== null}
        onChange={add}
      />
      <div role="status">
        {diary?.length === 0 && <p>{tSettings('diaryEmpty')}</p>}
        {failed && <p>{tSettings('diaryUnread')}</p>}
      </div>
      <a
        class="button"
        download="luwte.json"
        aria-describedby={describedBy}
        href={`data:application/json;charset=utf-8,${encodeURIComponent(file.write(diary ?? []))}`}
      >
        {tSettings('exportName')}
      </a>
    </>
  )
}
