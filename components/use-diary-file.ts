import type { DiaryEntry } from '@/utils/diary/entry'
import { hasWords } from '@/utils/diary/entry'
import type { WrittenDay } from '@/utils/diary/file'
import { readDiary, writeDays } from '@/utils/diary/store'
import { request } from '@/utils/messaging/request'

/** The diary, as far as a file has to do with it. */
export interface DiaryFileTools {
  /** Everything that is written, and whether a diary is kept at all. */
  read(): Promise<{ readonly entries: readonly DiaryEntry[]; readonly keeps: boolean }>
  /** Writes days from a file. A diary is kept from then on: who takes one in wants one. */
  take(days: readonly WrittenDay[]): Promise<void>
}

export const diaryFileTools: DiaryFileTools = {
  async read() {
    const [entries, { keeps }] = await Promise.all([readDiary(), request('diary.state', {})])
    return { entries: entries.filter(hasWords), keeps }
  },
  async take(days) {
    if (days.length === 0) return
    await writeDays(days)
    await request('diary.keep', { on: true })
  },
}
