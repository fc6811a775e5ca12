import { render } from 'preact'
import { Popup } from '@/components/popup'
import { localise } from '@/utils/i18n'
import { followScheme } from '@/utils/looks/follow'
import { firstTab } from '@/utils/messaging/first-questions'
import type { FirstDrawing } from '@/utils/popup/own-window'

/** Brings the popup to life, over what may be drawn of it: the same elements stay. */
export async function showPopup(first?: FirstDrawing): Promise<void> {
  localise(document)
  followScheme(document, first?.view.scheme)
  const tabId = first?.view.calm.tabId ?? (await firstTab())
  render(<Popup tabId={tabId} first={first?.view ?? null} />, document.body)
  first?.giveBack()
}
