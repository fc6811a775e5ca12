import type { Where } from '@/utils/calm/calm-settings'
import type { Level } from '@/utils/calm/levels'
import { letsMove } from '@/utils/calm/options'
import type { CalmPageState } from '@/utils/calm/page-state'
import { t } from '@/utils/i18n'
import { Checkbox } from './controls/checkbox'
import { Choice } from './controls/choice'
import { Slider } from './controls/slider'
import { Switch } from './controls/switch'
import { LevelDetails } from './level-details'
import { ObstacleNote } from './obstacle-note'
import type { CalmActions } from './use-calm'

interface Props {
  readonly state: CalmPageState
  /** The id of the element that names the page's site. */
  readonly describedBy: string
  readonly actions: CalmActions
}

/** Calm mode for one page: the switch, where it acts, and the volume knob. */
export function CalmSection({ state, describedBy, actions }: Props) {
  const { obstacle, on, level, where } = state
  const disabled = obstacle === 'browserPage' || state.site === null
  const places: readonly (readonly [Where, string])[] = [
    ['site', t('whereSite')],
    ['everywhere', t('whereEverywhere')],
  ]
  return (
    <section aria-label={t('calmMode')}>
      <Switch
        label={t('calmMode')}
        describedBy={describedBy}
        on={on}
        disabled={disabled}
        onChange={actions.setOn}
      />
      {obstacle && <ObstacleNote obstacle={obstacle} where={where} onGiveAccess={actions.giveAccess} />}
      <Choice
        label={t('where')}
        choices={places}
        chosen={where}
        disabled={disabled}
        onChange={actions.setWhere}
      />
      <Slider
        label={t('calmLevel')}
        words={t(`level${level}`)}
        value={level}
        min={0}
        max={4}
        step={1}
        disabled={disabled}
        onInput={value => actions.setLevel(value as Level)}
      />
      <Checkbox
        label={t('letMove')}
        checked={letsMove(state.options)}
        disabled={disabled}
        onChange={actions.letMove}
      />
      {state.muted && <p class="note">{t('mutedHere')}</p>}
      <LevelDetails state={state} disabled={disabled} actions={actions} />
    </section>
  )
}
