import { type ChosenOptionId, MOTION_OPTIONS } from '@/utils/calm/options'
import type { CalmPageState } from '@/utils/calm/page-state'
import { type MessageKey, t } from '@/utils/i18n'
import { Checkbox } from './controls/checkbox'
import { Fold } from './controls/fold'
import { OptionControl } from './option-control'
import type { CalmActions } from './use-calm'

interface Props {
  readonly state: CalmPageState
  readonly disabled: boolean
  readonly actions: CalmActions
}

/** The options in the groups a person sees them in. */
export const OPTION_GROUPS: readonly (readonly [name: MessageKey, options: readonly ChosenOptionId[]])[] = [
  ['optionsMotion', [...MOTION_OPTIONS, 'pinned', 'mute']],
  [
    'optionsLight',
    ['brightness', 'contrast', 'saturation', 'warmth', 'media', 'mediaColour', 'pictureTone', 'theme'],
  ],
  [
    'optionsText',
    ['textSize', 'typeface', 'lineHeight', 'lineLength', 'letterSpacing', 'wordSpacing', 'paragraphSpacing'],
  ],
]

/** What the level in force does, for who wants to see or change it. */
export function LevelDetails({ state, disabled, actions }: Props) {
  const { site, subdomain, adjustments, options } = state
  const changed = Object.keys(adjustments).length > 0
  return (
    <Fold label={t('levelDetails')}>
      <Checkbox
        label={t('ownSettings')}
        checked={state.ownSettings}
        disabled={disabled}
        onChange={actions.keepOwnSettings}
      />
      {site !== null && subdomain !== null && (
        <Checkbox
          label={t('setApart', subdomain, site)}
          checked={state.setApart}
          disabled={disabled}
          onChange={actions.setApart}
        />
      )}
      {OPTION_GROUPS.map(([name, ids]) => (
        <fieldset key={name}>
          <legend>{t(name)}</legend>
          {ids.map(id => (
            <OptionControl
              key={id}
              option={id}
              value={options[id]}
              disabled={disabled}
              onChange={actions.adjust}
            />
          ))}
        </fieldset>
      ))}
      {/* Not `disabled`: that would take the focus away from who has just pressed it. */}
      <button type="button" aria-disabled={disabled || !changed} onClick={actions.resetLevel}>
        {t('levelReset')}
      </button>
    </Fold>
  )
}
