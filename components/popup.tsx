import { CalmSection } from './calm-section'
import { PacingSection } from './pacing-section'
import { PageLinks } from './page-links'
import { ReadCalmly } from './read-calmly'
import { siteName } from './site-name'
import { Trouble } from './trouble'
import { useCalm } from './use-calm'
import { useLeftovers } from './use-leftovers'
import { usePacing } from './use-pacing'
import { openReader } from './use-reader-opening'

const SITE = 'site'

interface Props {
  /** The tab whose page this is about. */
  readonly tabId: number
}

/** Everything about one page, in sections. Empty until the first answer, so that nothing jumps. */
export function Popup({ tabId }: Props) {
  const { state, failed, actions } = useCalm(tabId)
  const { left, reload } = useLeftovers(tabId, state)
  const pacing = usePacing(tabId)
  const retry = () => {
    actions.retry()
    pacing.actions.retry()
  }
  return (
    <main>
      {state && (
        <>
          <h1 id={SITE}>{siteName(state.site)}</h1>
          <CalmSection state={state} left={left} describedBy={SITE} actions={actions} onReload={reload} />
          <ReadCalmly usable={state.obstacle === null} onPress={() => void openReader(tabId)} />
        </>
      )}
      {pacing.state && <PacingSection state={pacing.state} said={pacing.said} actions={pacing.actions} />}
      <Trouble failed={failed || pacing.failed} onRetry={retry} />
      {state && <PageLinks />}
    </main>
  )
}
