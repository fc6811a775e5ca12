import { useState } from 'preact/hooks'
import { tSettings } from '@/utils/i18n/settings'
import { readSettings } from '@/utils/settings/settings'
import type { SettingsView } from '@/utils/settings/settings-view'
import { Trouble } from '../trouble'
import { useSettings } from '../use-settings'
import { find } from './search'
import { SearchField } from './search-field'
import { SectionView } from './section-view'
import { SECTIONS } from './sections'
import { StartAnew } from './start-anew'

/** Every setting in one place. Empty until the first answer, so that nothing jumps. */
export function SettingsPage() {
  const { state, failed, actions, file } = useSettings()
  const [looked, setLooked] = useState('')
  return (
    <main>
      <h1>{tSettings('title')}</h1>
      <p class="aside">{tSettings('lead')}</p>
      {state && file && (
        <Sections
          state={state}
          tools={{ ...actions, file, devices: state.devices, settings: readSettings(state) }}
          looked={looked}
          onLook={setLooked}
        />
      )}
      <Trouble failed={failed} onRetry={actions.retry} />
      <footer class="aside">{tSettings('notMedicalAdvice')}</footer>
    </main>
  )
}

interface Props {
  readonly state: SettingsView
  readonly tools: Parameters<typeof SectionView>[0]['tools']
  readonly looked: string
  onLook(words: string): void
}

function Sections({ state, tools, looked, onLook }: Props) {
  const found = find(SECTIONS, looked)
  const searching = looked.trim() !== ''
  const everywhere = SECTIONS.flatMap(({ startsAnew }) => startsAnew)
  return (
    <>
      <SearchField looked={looked} found={found.map(({ title }) => title())} onLook={onLook} />
      {!searching && (
        <nav aria-label={tSettings('onThisPage')}>
          <ul>
            {SECTIONS.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title()}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {found.map(section => (
        <SectionView key={section.id} section={section} tools={tools} searching={searching}>
          {!searching && section.startsAnew.length > 0 && (
            <StartAnew
              label={tSettings('backToStart', section.title())}
              paths={section.startsAnew}
              own={state.own}
              choose={tools.choose}
            />
          )}
        </SectionView>
      ))}
      {!searching && (
        <section aria-label={tSettings('backToStartAll')}>
          <StartAnew
            label={tSettings('backToStartAll')}
            paths={everywhere}
            own={state.own}
            choose={tools.choose}
          />
        </section>
      )}
    </>
  )
}
