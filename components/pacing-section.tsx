import { t } from '@/utils/i18n'
import type { PacingView } from '@/utils/pacing-view'
import { Action } from './controls/action'
import { Checkbox } from './controls/checkbox'
import { Fold } from './controls/fold'
import { BlockAndRest, Limits } from './pacing-minutes'
import { PacingStatus } from './pacing-status'
import type { PacingActions } from './use-pacing'

interface Props {
  readonly state: PacingView
  readonly said: readonly string[]
  readonly actions: PacingActions
}

/** Pacing: where the person is, what they can do now, and how long blocks, rests and limits are. */
export function PacingSection({ state, said, actions }: Props) {
  const { phase, pausedUntil, lowDay, eveningLight, quiet, reading, showMinutes, acrossDevices } = state
  const off = phase === 'off'
  const inBlock = !off && phase !== 'rest' && phase !== 'restDone'
  const paused = pausedUntil !== null
  const hasLimit = state.dayMinutes !== null || state.siteMinutes !== null
  return (
    <section aria-label={t('pacing')}>
      <h2>{t('pacing')}</h2>
      <div class="actions">
        <Action
          label={t('startPacing')}
          usable={off || phase === 'restDone'}
          onPress={() => actions.press('start')}
        />
        <Action
          label={t('pause')}
          usable={inBlock || paused}
          pressed={paused}
          onPress={() => actions.press(paused ? 'resume' : 'pause')}
        />
        <Action label={t('restNow')} usable={phase !== 'rest'} onPress={() => actions.press('rest')} />
        <Action label={t('later')} usable={inBlock} onPress={() => actions.press('later')} />
        <Action label={t('stop')} usable={!off || paused} onPress={() => actions.press('stop')} />
      </div>
      {/* Below the buttons: all five are in view when the popup opens, and what is said moves none of them. */}
      <PacingStatus state={state} said={said} />
      <Checkbox label={t('lowDay')} checked={lowDay} onChange={on => actions.toggle('lowDay', on)} />
      {eveningLight !== null && (
        <Checkbox
          label={t('eveningLight')}
          checked={eveningLight}
          onChange={on => actions.toggle('eveningLight', on)}
        />
      )}
      <Checkbox label={t('quietForNow')} checked={quiet} onChange={on => actions.toggle('quiet', on)} />
      <BlockAndRest state={state} actions={actions} />
      <Limits state={state} actions={actions} />
      <Fold label={t('moreChoices')}>
        <Checkbox label={t('iAmReading')} checked={reading} onChange={on => actions.toggle('reading', on)} />
        <Checkbox label={t('showMinutes')} checked={showMinutes} onChange={actions.setShowMinutes} />
        {hasLimit && (
          <Checkbox label={t('acrossDevices')} checked={acrossDevices} onChange={actions.setAcrossDevices} />
        )}
      </Fold>
    </section>
  )
}
