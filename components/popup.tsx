import { CalmSection } from './calm-section'
import { Trouble } from './trouble'
import { useCalm } from './use-calm'

interface Props {
  /** The tab whose page this is about. */
  readonly tabId: number
}

/** Everything about one page, in sections. Empty until the first answer, so that nothing jumps. */
export function Popup({ tabId }: Props) {
  const { state, failed, actions } = useCalm(tabId)
  return (
    <main>
      {state && <CalmSection state={state} actions={actions} />}
      <Trouble failed={failed} onRetry={actions.retry} />
    </main>
  )
}
