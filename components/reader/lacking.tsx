import { tReader as t } from '@/utils/i18n/reader'
import { Action } from '../controls/action'
import type { Lack, Reader } from './use-reader'

interface Props {
  readonly lack: Lack
  readonly reader: Reader
}

/** Why there is nothing to read here, and what can be done. */
export function Lacking({ lack, reader: { page, url, pick, showPage, retry } }: Props) {
  return (
    <main class="lacking">
      <h1>{t(lack)}</h1>
      <p class="actions">
        {lack === 'noArticle' && <Action label={t('pickPart')} usable onPress={pick} />}
        {page && <Action label={t('backToPage')} usable onPress={showPage} />}
        {lack === 'noPage' && /^https?:/.test(url) && (
          <a class="button" href={url} rel="noopener noreferrer">
            {t('openPage')}
          </a>
        )}
        {lack !== 'noPage' && <Action label={t('tryAgain')} usable onPress={retry} />}
      </p>
    </main>
  )
}
