import { t } from '@/utils/i18n'
import type { Energy } from '@/utils/pacing/settings'
import { Choice } from '../controls/choice'
import { PacingSample } from '../settings/pacing-sample'
import { usePacing } from '../use-pacing'
import type { ScreenProps } from './screen'

/** Block and rest by today's energy. To start is no question of the welcome: that is asked where the person reads. */
export function BlockAndRest({ tabId, settings }: ScreenProps) {
  const { state, actions } = usePacing(tabId)
  const choices: readonly (readonly [Energy, string])[] = [
    ['veryLow', t('energyVeryLow')],
    ['low', t('energyLow')],
    ['middle', t('energyMiddle')],
    ['good', t('energyGood')],
  ]
  return (
    <>
      <Choice
        label={t('energyToday')}
        choices={choices}
        chosen={state?.energy ?? null}
        onChange={actions.choosePreset}
      />
      <PacingSample block={settings.pacing.block} />
    </>
  )
}
