import { useState } from 'preact/hooks'
import { newDays, type WrittenDay } from '@/utils/diary/file'
import { tSettings } from '@/utils/i18n/settings'
import type { ReadFile } from '@/utils/settings/file'
import type { FileTools } from '../use-settings'
import { becoming, nameOf, refusalWords } from './change-words'
import { comingDays } from './diary-words'

/** A file that was opened: why it is refused, or what it would change. */
type Opened =
  | { readonly refused: string }
  | { readonly text: string; readonly changes: readonly string[]; readonly days: readonly WrittenDay[] }

export interface Import {
  /** What there is to say of the file. */
  readonly said: string | null
  /** What taking it in would change, each in a line. */
  readonly changes: readonly string[]
  open(picked: File): Promise<void>
  take(): Promise<void>
  leave(): void
}

/** Takes in a file in two steps. Nothing is written before the second. */
export function useImport(file: FileTools): Import {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [outcome, setOutcome] = useState<string | null>(null)
  const changes = opened && 'changes' in opened ? opened.changes : []
  return {
    said: outcome ?? (opened && saidOf(opened)),
    changes,
    async open(picked) {
      const text = await picked.text()
      setOutcome(null)
      setOpened(await lookInto(file, text).catch(() => ({ refused: tSettings('diaryUnread') })))
    },
    async take() {
      if (!opened || !('text' in opened)) return
      const taken = await file.take(opened.text, opened.days)
      setOutcome(tSettings(taken ? 'importDone' : 'importFailed'))
      if (taken) setOpened(null)
    },
    leave() {
      setOutcome(null)
      setOpened(null)
    },
  }
}

function saidOf(opened: Opened): string {
  if ('refused' in opened) return opened.refused
  return tSettings(opened.changes.length > 0 ? 'importChanges' : 'importNothing')
}

async function lookInto(file: FileTools, text: string): Promise<Opened> {
  const read = file.read(text)
  if (!read.ok) return { refused: refusalWords(read) }
  const settings = Object.entries(read.changes).map(([path, value]) =>
    tSettings('changeTo', nameOf(path), becoming(path, value)),
  )
  const diary = await lookIntoDiary(file, read)
  return { text, changes: [...settings, ...diary.changes], days: diary.days }
}

async function lookIntoDiary({ diary }: FileTools, { days: inFile }: ReadFile & { ok: true }) {
  if (inFile.length === 0) return { changes: [], days: [] }
  const { entries, keeps } = await diary.read()
  const days = newDays(inFile, entries)
  const turnedOn = days.length > 0 && !keeps ? [tSettings('diaryTurnedOn')] : []
  const present = new Set(entries.map(({ day }) => day))
  return { changes: [...comingDays(days, present), ...turnedOn], days }
}
