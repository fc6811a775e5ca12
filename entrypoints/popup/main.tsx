import { render } from 'preact'
import { Popup } from '@/components/popup'
import { localise } from '@/utils/i18n'
import { followScheme } from '@/utils/looks/follow'
import { tabToActOn } from '@/utils/tab'

localise(document)
followScheme(document)
const tabId = await tabToActOn(location.search)
render(<Popup tabId={tabId} />, document.body)
