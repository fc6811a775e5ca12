import type { DiaryEntry } from '@/utils/diary/entry'
import { toDiaryFile } from '@/utils/diary/file'
import { tDiary } from '@/utils/i18n/diary'
import { Action } from '../controls/action'
import { useSave } from './use-save'

interface Props {
  readonly entries: readonly DiaryEntry[]
  readonly today: string
}

/** Gives the person their diary as a file of their own. */
export function SaveDiary({ entries, today }: Props) {
  const save = useSave()
  return (
    <details>
      <summary>{tDiary('saveAsFile')}</summary>
      <p class="aside">{tDiary('saveHint')}</p>
      <div class="actions">
        <Action
          label={tDiary('saveJson')}
          usable
          onPress={() =>
            save(
              `luwte-${tDiary('diary').toLowerCase()}-${today}.json`,
              'application/json',
              toDiaryFile(entries),
            )
          }
        />
      </div>
    </details>
  )
}
