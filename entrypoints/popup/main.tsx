import { render } from 'preact'
import { Popup } from '@/components/popup'
import { localise } from '@/utils/i18n'
import { followScheme } from '@/utils/looks/follow'
import { firstTab } from '@/utils/messaging/first-questions'

localise(document)
followScheme(document)
render(<Popup tabId={await firstTab()} />, document.body)
