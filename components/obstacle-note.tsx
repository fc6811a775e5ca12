import type { Where } from '@/utils/calm/calm-settings'
import type { Obstacle } from '@/utils/calm/page-state'
import { type MessageKey, t } from '@/utils/i18n'

interface Props {
  readonly obstacle: Obstacle
  readonly where: Where
  onGiveAccess(): void
}

const WORDS: Readonly<Record<Obstacle, MessageKey>> = {
  browserPage: 'obstacleBrowserPage',
  noAccess: 'obstacleNoAccess',
  fileAccess: 'obstacleFileAccess',
}

/** Why nothing can be done on a page, and the way on where there is one. */
export function ObstacleNote({ obstacle, where, onGiveAccess }: Props) {
  return (
    <div class="note">
      <p>{t(WORDS[obstacle])}</p>
      {obstacle === 'noAccess' && (
        <button type="button" onClick={onGiveAccess}>
          {t(where === 'everywhere' ? 'giveAccessEverywhere' : 'giveAccess')}
        </button>
      )}
    </div>
  )
}
