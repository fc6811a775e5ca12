import { t } from '@/utils/i18n'
import { Action } from './controls/action'

interface Props {
  readonly usable: boolean
  onPress(): void
}

/** Opens the page's article by itself, in calm type. */
export function ReadCalmly({ usable, onPress }: Props) {
  return (
    <p class="actions">
      <Action label={t('readCalmly')} usable={usable} onPress={onPress} />
    </p>
  )
}
