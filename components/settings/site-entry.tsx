import type { SiteSettings } from '@/utils/calm/calm-settings'
import { LEVEL_DEFAULTS, type OnLevel } from '@/utils/calm/levels'
import type { ChosenOptionId } from '@/utils/calm/options'
import { siteInForce } from '@/utils/calm/sites'
import { t } from '@/utils/i18n'
import { tSettings } from '@/utils/i18n/settings'
import { MINUTE_MS } from '@/utils/pacing/timing'
import { MAX_LIMIT_MINUTES } from '@/utils/pacing-bounds'
import { Action } from '../controls/action'
import { Choice } from '../controls/choice'
import { NumberField } from '../controls/number-field'
import { OPTION_GROUPS } from '../level-details'
import { OptionControl } from '../option-control'
import { siteName } from '../site-name'
import { CalmSample } from './calm-sample'
import type { Tools } from './section'

interface Props {
  readonly name: string
  readonly tools: Tools
  onRemove(): void
}

type Calm = 'on' | 'off' | 'elsewhere'
type Level = 'elsewhere' | `${OnLevel}`

/** One site: whether calm mode is on there, how calm, and how long a day. */
export function SiteEntry({ name, tools, onRemove }: Props) {
  const { settings, choose } = tools
  const { [name]: site = {} } = settings.calm.sites
  const limitMs = settings.pacing.limits.sites[name] ?? null
  const force = siteInForce(settings.calm, site)
  const set = (changes: { [K in keyof SiteSettings]: SiteSettings[K] | undefined }) => {
    const next = Object.entries({ ...site, ...changes }).filter(([, value]) => value !== undefined)
    choose({ [`calm/sites/${name}`]: Object.fromEntries(next) })
  }
  const adjust = (option: ChosenOptionId, value: number) => {
    const { [option]: _, ...others } = site.adjustments ?? {}
    const general = settings.calm.levels[force.level]?.[option] ?? LEVEL_DEFAULTS[force.level][option]
    set({ adjustments: value === general ? others : { ...others, [option]: value } })
  }
  return (
    <details class="site">
      <summary>
        <span>
          {siteName(name)} <span class="words">{force.on ? t(`level${force.level}`) : t('level0')}</span>
        </span>
      </summary>
      <Choice<Calm>
        label={tSettings('siteCalm')}
        choices={[
          ['elsewhere', tSettings('siteAsElsewhere')],
          ['on', tSettings('on')],
          ['off', t('off')],
        ]}
        chosen={site.calm === undefined ? 'elsewhere' : site.calm ? 'on' : 'off'}
        onChange={calm => set({ calm: calm === 'elsewhere' ? undefined : calm === 'on' })}
      />
      <Choice<Level>
        label={tSettings('siteLevel')}
        choices={[
          ['elsewhere', tSettings('siteAsElsewhere')],
          ['1', t('level1')],
          ['2', t('level2')],
          ['3', t('level3')],
          ['4', t('level4')],
        ]}
        chosen={site.level === undefined ? 'elsewhere' : `${site.level}`}
        onChange={level =>
          level === 'elsewhere'
            ? set({ level: undefined, adjustments: undefined })
            : set({ level: Number(level) as OnLevel })
        }
      />
      <NumberField
        label={t('minutesOnThisSite')}
        value={limitMs && limitMs / MINUTE_MS}
        max={MAX_LIMIT_MINUTES}
        optional
        onChange={minutes =>
          choose({ [`pacing/limits/sites/${name}`]: minutes === null ? undefined : minutes * MINUTE_MS })
        }
      />
      {site.level !== undefined && (
        <details>
          <summary>{tSettings('siteChanges')}</summary>
          <CalmSample options={force.options} />
          {OPTION_GROUPS.map(([group, ids]) => (
            <fieldset key={group}>
              <legend>{t(group)}</legend>
              {ids.map(id => (
                <OptionControl
                  key={id}
                  option={id}
                  value={force.options[id]}
                  disabled={false}
                  onChange={adjust}
                />
              ))}
            </fieldset>
          ))}
        </details>
      )}
      <Action label={tSettings('siteRemove', siteName(name))} usable onPress={onRemove} />
    </details>
  )
}
