import { isCalmerAfterReload, type Leftover } from '@/utils/calm/leftovers'
import { type MessageKey, t } from '@/utils/i18n'

interface Props {
  readonly left: readonly Leftover[]
  onReload(): void
}

const WORDS: Readonly<Record<Leftover, MessageKey>> = {
  scriptsStarted: 'leftScriptsStarted',
  scripts: 'leftScripts',
  canvas: 'leftCanvas',
  pictures: 'leftPictures',
  video: 'leftVideo',
  frames: 'leftFrames',
}

/** What could not be calmed on a page, and a reload where that would help. Nothing where all is calm. */
export function LeftNote({ left, onReload }: Props) {
  return (
    // Always there: words are announced only where the region was before them.
    <div role="status" class={left.length > 0 ? 'note' : undefined}>
      {left.length > 0 && (
        <>
          <h2>{t('leftTitle')}</h2>
          <ul>
            {left.map(kind => (
              <li key={kind}>{t(WORDS[kind])}</li>
            ))}
          </ul>
        </>
      )}
      {isCalmerAfterReload(left) && (
        <>
          <button type="button" onClick={onReload}>
            {t('leftReload')}
          </button>
          <p class="aside">{t('leftReloadHint')}</p>
        </>
      )}
    </div>
  )
}
