import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { tSettings } from '@/utils/i18n/settings'
import { tWelcome, type WelcomeKey } from '@/utils/i18n/welcome'
import { readSettings, type Settings } from '@/utils/settings/settings'
import { Trouble } from '../trouble'
import { type SettingsActions, useSettings } from '../use-settings'
import { BlockAndRest } from './block-and-rest'
import { HowCalm } from './how-calm'
import type { ScreenProps } from './screen'
import { useCameFrom } from './use-came-from'
import { WaysOn } from './ways-on'
import { WhatDoesNotFit } from './what-does-not-fit'
import { WhereCalm } from './where'

interface Screen {
  readonly title: WelcomeKey
  readonly about: WelcomeKey
  readonly Decision: ComponentType<ScreenProps>
}

/** One decision each. There are never more than these: whoever comes here has little energy. */
const SCREENS: readonly [Screen, ...Screen[]] = [
  { title: 'howCalm', about: 'howCalmAbout', Decision: HowCalm },
  { title: 'where', about: 'whereAbout', Decision: WhereCalm },
  { title: 'blockAndRest', about: 'blockAndRestAbout', Decision: BlockAndRest },
  { title: 'whatDoesNotFit', about: 'whatDoesNotFitAbout', Decision: WhatDoesNotFit },
]

/** The first minute with Luwte. Empty until the first answer, so that nothing jumps. */
export function Welcome({ tabId }: { readonly tabId: number }) {
  const { state, failed, actions } = useSettings()
  return (
    <main>
      {state && <Screens tabId={tabId} settings={readSettings(state)} choose={actions.choose} />}
      <Trouble failed={failed} onRetry={actions.retry} />
      {state && <footer class="aside">{tSettings('notMedicalAdvice')}</footer>}
    </main>
  )
}

interface Props {
  readonly tabId: number
  readonly settings: Settings
  readonly choose: SettingsActions['choose']
}

function Screens(props: Props) {
  const { everywhere, where } = props.settings.calm
  const cameFrom = useCameFrom(props.tabId, where)
  const [chosen, setAt] = useState<number | null>(null)
  const at = chosen ?? 0
  const { title, about, Decision } = SCREENS[at] ?? SCREENS[0]
  const last = SCREENS.length - 1
  return (
    <>
      <Heading key={title} words={tWelcome(title)} focused={chosen !== null} />
      <p>{tWelcome(about)}</p>
      <Decision {...props} />
      <p class="aside">{tWelcome('fineAsItIs')}</p>
      <WaysOn
        cameFrom={cameFrom}
        everywhere={everywhere}
        onNext={at < last ? () => setAt(at + 1) : null}
        onBack={at > 0 ? () => setAt(at - 1) : null}
        onSkip={() => setAt(last)}
      />
    </>
  )
}

/** Takes the focus when it comes in the place of another, so that a screen reader reads on from here. */
function Heading({ words, focused }: { readonly words: string; readonly focused: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focused) heading.current?.focus()
  }, [focused])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {words}
    </h1>
  )
}
