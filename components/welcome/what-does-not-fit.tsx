import { useId } from 'preact/hooks'
import { tSettings } from '@/utils/i18n/settings'
import { Checkbox } from '../controls/checkbox'
import type { ScreenProps } from './screen'

/** What makes some rest ideas wrong for a person: those are then never shown. */
export function WhatDoesNotFit({ settings, choose }: ScreenProps) {
  const [pem, crps] = [useId(), useId()]
  return (
    <>
      <Checkbox
        label={tSettings('pem')}
        describedBy={pem}
        checked={settings.pacing.pem}
        onChange={on => choose({ 'pacing/pem': on })}
      />
      <p id={pem} class="aside">
        {tSettings('pemAbout')}
      </p>
      <Checkbox
        label={tSettings('crps')}
        describedBy={crps}
        checked={settings.pacing.crps}
        onChange={on => choose({ 'pacing/crps': on })}
      />
      <p id={crps} class="aside">
        {tSettings('crpsAbout')}
      </p>
    </>
  )
}
