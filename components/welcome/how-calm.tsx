import { siteInForce } from '@/utils/calm/sites'
import { t } from '@/utils/i18n'
import { Slider } from '../controls/slider'
import { CalmSample } from '../settings/calm-sample'
import type { ScreenProps } from './screen'

/** The volume knob, with a page to see it act on. */
export function HowCalm({ settings, choose }: ScreenProps) {
  const { level } = settings.calm
  return (
    <>
      <Slider
        label={t('calmLevel')}
        words={t(`level${level}`)}
        value={level}
        min={1}
        max={4}
        step={1}
        onInput={value => choose({ 'calm/level': value })}
      />
      <CalmSample options={siteInForce(settings.calm).options} />
    </>
  )
}
