import type { Leftover } from '@/utils/calm/leftovers'
import type { CalmPageState } from '@/utils/calm/page-state'
import type { PacingView } from '@/utils/pacing-view'
import { CalmSection } from './calm-section'
import { LeftNote } from './left-note'
import { PacingSection } from './pacing-section'
import { PageLinks } from './page-links'
import { ReadCalmly } from './read-calmly'
import { siteName } from './site-name'
import { Trouble } from './trouble'
import type { CalmActions } from './use-calm'
import type { PacingActions } from './use-pacing'

const SITE = 'site'

interface Props {
  readonly calm: CalmPageState | null
  readonly pacing: PacingView | null
  /** What could not be calmed on the page. */
  readonly left: readonly Leftover[]
  /** What was said back to the last thing the person did. */
  readonly said: readonly string[]
  readonly failed: boolean
  readonly calmActions: CalmActions
  readonly pacingActions: PacingActions
  onReload(): void
  onRead(): void
  onRetry(): void
}

/** Everything about one page, in sections. Empty until something is known, so that nothing jumps. */
export function PopupView({ calm, pacing, left, said, failed, calmActions, pacingActions, ...on }: Props) {
  return (
    <main>
      {calm && (
        <>
          <h1 id={SITE}>{siteName(calm.site)}</h1>
          <CalmSection state={calm} describedBy={SITE} actions={calmActions} />
          <ReadCalmly usable={calm.obstacle === null} onPress={on.onRead} />
        </>
      )}
      {pacing && <PacingSection state={pacing} said={said} actions={pacingActions} />}
      <Trouble failed={failed} onRetry={on.onRetry} />
      {calm && <PageLinks />}
      {/* The last of all: it comes seconds late, and moves nothing from under a finger. */}
      {calm && <LeftNote left={left} onReload={on.onReload} />}
    </main>
  )
}
