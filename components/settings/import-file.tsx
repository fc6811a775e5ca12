import { useState } from 'preact/hooks'
import { tSettings } from '@/utils/i18n/settings'
import type { ReadFile } from '@/utils/settings/file'
import { Action } from '../controls/action'
import { becoming, nameOf, refusalWords } from './change-words'
import type { Tools } from './section'

/** Takes in a file in two steps: what would change is shown before anything does. */
export function ImportFile({ file, describedBy }: Tools) {
  const [chosen, setChosen] = useState<{ text: string; read: ReadFile } | null>(null)
  const [done, setDone] = useState(false)
  const open = async (input: HTMLInputElement) => {
    const [picked] = input.files ?? []
    if (!picked) return
    const text = await picked.text()
    setDone(false)
    setChosen({ text, read: file.read(text) })
    // The same file can be chosen again once it has been mended.
    input.value = ''
  }
  const take = async () => {
    if (!chosen || !(await file.take(chosen.text))) return
    setChosen(null)
    setDone(true)
  }
  const read = chosen?.read
  const changes = read?.ok ? Object.entries(read.changes) : []
  return (
    <>
      <label class="text">
        {tSettings('importName')}
        <input
          type="file"
          accept=".json,application/json"
          aria-describedby={describedBy}
          onChange={event => void open(event.currentTarget)}
        />
      </label>
      <div role="status">
        {read && !read.ok && <p>{refusalWords(read)}</p>}
        {read?.ok && <p>{tSettings(changes.length > 0 ? 'importChanges' : 'importNothing')}</p>}
        {done && <p>{tSettings('importDone')}</p>}
      </div>
      {changes.length > 0 && (
        <>
          <ul>
            {changes.map(([path, value]) => (
              <li key={path}>{tSettings('changeTo', nameOf(path), becoming(path, value))}</li>
            ))}
          </ul>
          <div class="actions">
            <Action label={tSettings('importDo')} usable onPress={() => void take()} />
            <Action label={tSettings('importLeave')} usable onPress={() => setChosen(null)} />
          </div>
        </>
      )}
    </>
  )
}
