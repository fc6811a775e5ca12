import type { ComponentChild } from 'preact'
import { useId } from 'preact/hooks'
import { tSettings } from '@/utils/i18n/settings'
import type { Section, Setting, Tools } from './section'

type SharedTools = Omit<Tools, 'describedBy'>

interface Props {
  readonly section: Section
  readonly tools: SharedTools
  /** Somebody is looking for words: what is folded away is shown as well. */
  readonly searching: boolean
  /** Stands at the end. */
  readonly children: ComponentChild
}

/** One section: what it is about, its settings, and what they come to beside them. */
export function SectionView({ section, tools, searching, children }: Props) {
  const heading = useId()
  const sample = section.sample?.(tools.settings)
  return (
    <section id={section.id} aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1}>
        {section.title()}
      </h2>
      <p class="aside">{section.about()}</p>
      <div class={sample ? 'beside' : ''}>
        {sample && (
          <figure class="sample">
            <figcaption class="aside">{tSettings('sample')}</figcaption>
            {sample}
          </figure>
        )}
        <div>
          {folded(section.settings).map(([fold, settings]) =>
            fold === undefined ? (
              settings.map(setting => <SettingView key={setting.id} setting={setting} tools={tools} />)
            ) : (
              <details key={fold} open={searching}>
                <summary>{fold}</summary>
                {settings.map(setting => (
                  <SettingView key={setting.id} setting={setting} tools={tools} />
                ))}
              </details>
            ),
          )}
        </div>
      </div>
      {children}
    </section>
  )
}

function SettingView({ setting, tools }: { readonly setting: Setting; readonly tools: SharedTools }) {
  const describedBy = useId()
  return (
    <div class="setting">
      {setting.control({ ...tools, describedBy })}
      <p id={describedBy} class="aside">
        {setting.about()}
      </p>
    </div>
  )
}

/** Settings in their order, those that follow each other under one fold together. */
function folded(settings: readonly Setting[]): readonly (readonly [string | undefined, Setting[]])[] {
  const groups: [string | undefined, Setting[]][] = []
  for (const setting of settings) {
    const fold = setting.fold?.()
    const last = groups.at(-1)
    if (last && last[0] === fold) last[1].push(setting)
    else groups.push([fold, [setting]])
  }
  return groups
}
