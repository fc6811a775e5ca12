import { tSettings } from '@/utils/i18n/settings'
import { Action } from '../controls/action'
import type { Tools } from './section'
import { useImport } from './use-import'

/** Takes in a file in two steps: what would change is shown before anything does. */
export function ImportFile({ file, describedBy }: Tools) {
  const { said, changes, open, take, leave } = useImport(file)
  const pick = (input: HTMLInputElement) => {
    const [picked] = input.files ?? []
    if (!picked) return
    void open(picked)
    // The same file can be chosen again once it has been mended.
    input.value = ''
  }
  return (
    <>
      <label class="text">
        {tSettings('importName')}
        <input
          type="file"
          accept=".json,application/json"
          aria-describedby={describedBy}
          onChange={event => pick(event.currentTarget)}
        />
      </label>
      <div role="status">{said && <p>{said}</p>}</div>
      {changes.length > 0 && (
        <>
          <ul>
            {changes.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <div class="actions">
            <Action label={tSettings('importDo')} usable onPress={() => void take()} />
            <Action label={tSettings('importLeave')} usable onPress={leave} />
          </div>
        </>
      )}
    </>
  )
}
