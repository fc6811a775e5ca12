import { useState } from 'preact/hooks'
import { tSettings } from '@/utils/i18n/settings'
import { canonical, type Values } from '@/utils/settings/registers'
import { Action } from '../controls/action'

/** What changes at a path, and what was there before. */
type Step = readonly [path: string, after: unknown, before: unknown]

/** Changes that can be taken back with one press, for as long as the page is open. */
export function useUndo(choose: (values: Values) => void) {
  const [done, setDone] = useState<{ line: string; before: Values } | null>(null)
  return {
    /** Makes the change and says so in a line. */
    choose(line: string, steps: readonly Step[]) {
      const differing = steps.filter(([, after, before]) => canonical(after) !== canonical(before))
      setDone({ line, before: Object.fromEntries(differing.map(([path, , before]) => [path, before])) })
      choose(Object.fromEntries(differing.map(([path, after]) => [path, after])))
    },
    /** The line and the way back. Always there: words are announced only where the region was before them. */
    note: (
      <div class="undo">
        <p role="status">{done?.line}</p>
        {done && (
          <Action
            label={tSettings('undo')}
            usable
            onPress={() => {
              choose(done.before)
              setDone(null)
            }}
          />
        )}
      </div>
    ),
  }
}
