import { useId } from 'preact/hooks'
import { t } from '@/utils/i18n'
import type { Energy } from '@/utils/pacing/settings'
import { MAX_BLOCK_MINUTES, MAX_LIMIT_MINUTES, MAX_REST_MINUTES } from '@/utils/pacing-bounds'
import type { PacingView } from '@/utils/pacing-view'
import { Choice } from './controls/choice'
import { NumberField } from './controls/number-field'
import type { PacingActions } from './use-pacing'

interface Props {
  readonly state: PacingView
  readonly actions: PacingActions
}

/** How long to read and to rest: by today's energy, or in minutes of one's own. */
export function BlockAndRest({ state, actions }: Props) {
  const { blockMinutes, restMinutes, energy } = state
  const presets: readonly (readonly [Energy, string])[] = [
    ['veryLow', t('energyVeryLow')],
    ['low', t('energyLow')],
    ['middle', t('energyMiddle')],
    ['good', t('energyGood')],
  ]
  return (
    <fieldset>
      <legend>{t('blockAndRest')}</legend>
      <Choice label={t('energyToday')} choices={presets} chosen={energy} onChange={actions.choosePreset} />
      <div class="pair">
        <NumberField
          label={t('blockMinutes')}
          value={blockMinutes}
          max={MAX_BLOCK_MINUTES}
          onChange={minutes => minutes !== null && actions.setBlock(minutes, restMinutes)}
        />
        <NumberField
          label={t('restMinutes')}
          value={restMinutes}
          max={MAX_REST_MINUTES}
          onChange={minutes => minutes !== null && actions.setBlock(blockMinutes, minutes)}
        />
      </div>
    </fieldset>
  )
}

/** How much screen time a day, and on this page's site. */
export function Limits({ state, actions }: Props) {
  const { site, dayMinutes, siteMinutes } = state
  const hint = useId()
  return (
    <fieldset>
      <legend>{t('limits')}</legend>
      <div class="pair">
        <NumberField
          label={t('minutesADay')}
          value={dayMinutes}
          max={MAX_LIMIT_MINUTES}
          optional
          describedBy={hint}
          onChange={minutes => actions.setLimits(minutes, siteMinutes)}
        />
        <NumberField
          label={t('minutesOnThisSite')}
          value={siteMinutes}
          max={MAX_LIMIT_MINUTES}
          optional
          disabled={site === null}
          describedBy={hint}
          onChange={minutes => actions.setLimits(dayMinutes, minutes)}
        />
      </div>
      <p id={hint} class="aside">
        {t('limitsHint')}
      </p>
    </fieldset>
  )
}
