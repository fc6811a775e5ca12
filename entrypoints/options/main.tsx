import { render } from 'preact'
import { SettingsPage } from '@/components/settings/page'
import { localise, t } from '@/utils/i18n'
import { tSettings } from '@/utils/i18n/settings'
import { followScheme } from '@/utils/looks/follow'

localise(document, `${tSettings('title')} · ${t('name')}`)
followScheme(document)
render(<SettingsPage />, document.body)
