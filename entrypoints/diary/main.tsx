import { render } from 'preact'
import { DiaryPage } from '@/components/diary/diary-page'
import { localise, t } from '@/utils/i18n'
import { tDiary } from '@/utils/i18n/diary'

localise(document, `${tDiary('title')} – ${t('name')}`)
render(<DiaryPage />, document.body)
