import { t } from '@/utils/i18n'
import type { Energy } from '@/utils/pacing/settings'
import { Action } from '../controls/action'
import { Choice } from '../controls/choice'
import { PacingSample } from '../settings/pacing-sample'
import { usePacing } from '../use-pacing'
import type { ScreenProps } from './screen'

/** Block and rest by today's energy. Pacing starts only when the person starts it, and one press stops it again. */
export function BlockAndRest({ tabId, settings }: ScreenProps) {
  const { state, actions } = usePacing(tabId)
  const phase = state?.phase ?? 'off'
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
      <div class="actions">
        <Action label={t('startPacing')} usable={phase === 'off'} onPress={() => actions.press('start')} />
        <Action label={t('stop')} usable={phase !== 'off'} onPress={() => actions.press('stop')} />
      </div>
      <div role="status">{phase === 'work' && <p>{t('pacingWork')}</p>}</div>
    </>
  )
}
