import { useId } from 'preact/hooks'
import { tSettings } from '@/utils/i18n/settings'
import type { Values } from '@/utils/settings/registers'
import { useUndo } from './use-undo'

interface Props {
  readonly label: string
  /** What goes back to the start, each with everything below it. */
  readonly paths: readonly string[]
  /** The person's own choices. */
  readonly own: Values
  choose(values: Values): void
}

/** Gives back the defaults at once, and can be undone: one decision, not two. */
export function StartAnew({ label, paths, own, choose }: Props) {
  const about = useId()
  const undo = useUndo(choose)
  const chosen = Object.entries(own).filter(([path]) =>
    paths.some(start => path === start || path.startsWith(`${start}/`)),
  )
  return (
    <div class="start-anew">
      <button
        type="button"
        aria-disabled={chosen.length === 0}
        aria-describedby={about}
        onClick={() => {
          if (chosen.length === 0) return
          undo.choose(
            tSettings('wentBack'),
            chosen.map(([path, value]) => [path, undefined, value]),
          )
        }}
      >
        {label}
      </button>
      <p id={about} class="aside">
        {tSettings('backToStartAbout')}
      </p>
      {undo.note}
    </div>
  )
}
