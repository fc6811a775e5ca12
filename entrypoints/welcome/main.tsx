import { render } from 'preact'
import { Welcome } from '@/components/welcome/welcome'
import { localise, t } from '@/utils/i18n'
import { tWelcome } from '@/utils/i18n/welcome'
import { followScheme } from '@/utils/looks/follow'
import { ownTab } from '@/utils/tab'

localise(document, `${tWelcome('title')} · ${t('name')}`)
followScheme(document)
const tabId = await ownTab()
render(<Welcome tabId={tabId} />, document.body)
