import { t } from '@/utils/i18n'

interface Props {
  readonly failed: boolean
  onRetry(): void
}

/** Says so, calmly, when the background does not answer. */
export function Trouble({ failed, onRetry }: Props) {
  return (
    <div class="trouble">
      {/* Always there: words are announced only where the region was before them. */}
      <p role="status">{failed && t('noAnswer')}</p>
      {failed && (
        <button type="button" onClick={onRetry}>
          {t('tryAgain')}
        </button>
      )}
    </div>
  )
}
