import { browser } from 'wxt/browser'
import { t } from '@/utils/i18n'

/** Shows by the icon's shape whether calm mode is on in a tab. The browser forgets it when the tab goes elsewhere. */
export async function showIcon(tabId: number, on: boolean): Promise<void> {
  const shape = on ? 'on' : 'off'
  const path = Object.fromEntries([16, 32, 48].map(size => [size, `/icon/${shape}-${size}.png`]))
  const title = t(on ? 'iconOn' : 'iconOff')
  await Promise.all([browser.action.setIcon({ tabId, path }), browser.action.setTitle({ tabId, title })])
}
