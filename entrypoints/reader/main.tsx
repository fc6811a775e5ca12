import { render } from 'preact'
import { Reader } from '@/components/reader/reader'
import { localise } from '@/utils/i18n'

localise(document)
render(<Reader search={location.search} />, document.body)
