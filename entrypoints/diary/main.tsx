import { render } from 'preact'
import { DiaryPage } from '@/components/diary/diary-page'
import { localise, t } from '@/utils/i18n'
import { tDiary } from '@/utils/i18n/diary'
import { followScheme } from '@/utils/looks/follow'

localise(document, `${tDiary('title')} – ${t('name')}`)
followScheme(document)
render(<DiaryPage />, document.body)
