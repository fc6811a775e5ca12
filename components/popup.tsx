import type { FirstView } from '@/utils/popup/first-view'
import { PopupView } from './popup-view'
import { useCalm } from './use-calm'
import { useLeftovers } from './use-leftovers'
import { usePacing } from './use-pacing'
import { openReader } from './use-reader-opening'

interface Props {
  /** The tab whose page this is about. */
  readonly tabId: number
  /** What it shows until the background has answered; null to wait for that. */
  readonly first: FirstView | null
}

/** The popup, alive. */
export function Popup({ tabId, first }: Props) {
  const calm = useCalm(tabId, first?.calm)
  const pacing = usePacing(tabId, first?.pacing)
  const { left, reload } = useLeftovers(tabId, calm.state)
  const retry = () => {
    calm.actions.retry()
    pacing.actions.retry()
  }
  return (
    <PopupView
      calm={calm.state}
      pacing={pacing.state}
      left={left}
      said={pacing.said}
      failed={calm.failed || pacing.failed}
      calmActions={calm.actions}
      pacingActions={pacing.actions}
      onReload={reload}
      onRead={() => void openReader(tabId)}
      onRetry={retry}
    />
  )
}
