import { tWelcome } from '@/utils/i18n/welcome'
import { siteName } from '../site-name'
import type { CameFrom } from './use-came-from'

interface Props {
  readonly cameFrom: CameFrom
  /** Calm mode is on everywhere already. */
  readonly everywhere: boolean
  /** Null on the last screen. */
  readonly onNext: (() => void) | null
  /** Null on the first screen. */
  readonly onBack: (() => void) | null
  /** Leaves out the screens in between. */
  onSkip(): void
}

/** What leads on from a screen: the next one, or at once to the page the person came from. */
export function WaysOn({ cameFrom, everywhere, onNext, onBack, onSkip }: Props) {
  const { site, refused, go, leave } = cameFrom
  return (
    <>
      {onNext === null && site === null && (
        <p>{tWelcome(everywhere ? 'howToGoOnEverywhere' : 'howToGoOn')}</p>
      )}
      <div role="status">{refused && <p>{tWelcome('pageRefused', siteName(site ?? null))}</p>}</div>
      <div class="ways-on">
        {onNext && <WayOn label={tWelcome('next')} onPress={onNext} />}
        {site && <WayOn label={tWelcome('toThePage', siteName(site))} onPress={go} />}
        {site === null && onNext && <WayOn label={tWelcome('skip')} onPress={onSkip} />}
        {site === null && !onNext && <WayOn label={tWelcome('done')} onPress={leave} />}
        {onBack && <WayOn label={tWelcome('back')} onPress={onBack} />}
      </div>
    </>
  )
}

function WayOn({ label, onPress }: { readonly label: string; onPress(): void }) {
  return (
    <button type="button" onClick={onPress}>
      {label}
    </button>
  )
}
