import { markupOf } from '@/utils/markup/jsx-runtime'
import type { FirstView } from '@/utils/popup/first-view'
import { PopupView } from './popup-view'
import { Trouble } from './trouble'
import type { CalmActions } from './use-calm'
import type { PacingActions } from './use-pacing'

const nothing = () => undefined

/** @returns the popup as HTML, the same as the living one makes of the view. Throws where the view has no words. */
export function firstMarkup({ calm, pacing }: FirstView): string {
  return markupOf(
    <PopupView
      calm={calm}
      pacing={pacing}
      left={[]}
      said={pacing.said}
      failed={false}
      // Nobody can call them: text has no listeners.
      calmActions={{} as CalmActions}
      pacingActions={{} as PacingActions}
      onReload={nothing}
      onRead={nothing}
      onRetry={nothing}
    />,
  )
}

/** @returns what stands there when the popup does not come to life. */
export const failedMarkup = (): string =>
  markupOf(
    <main>
      <Trouble failed onRetry={nothing} />
    </main>,
  )
