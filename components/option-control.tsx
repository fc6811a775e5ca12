import { type ChosenOptionId, OPTION_RANGES, type OptionRange } from '@/utils/calm/options'
import { type MessageKey, t } from '@/utils/i18n'
import { amountOf } from './amount'
import { Checkbox } from './controls/checkbox'
import { Slider } from './controls/slider'

interface Props {
  readonly option: ChosenOptionId
  readonly value: number
  readonly disabled: boolean
  onChange(option: ChosenOptionId, value: number): void
}

const NAMES: Readonly<Record<ChosenOptionId, MessageKey>> = {
  brightness: 'optionBrightness',
  contrast: 'optionContrast',
  saturation: 'optionSaturation',
  warmth: 'optionWarmth',
  media: 'optionMedia',
  textSize: 'optionTextSize',
  lineHeight: 'optionLineHeight',
  letterSpacing: 'optionLetterSpacing',
  wordSpacing: 'optionWordSpacing',
  paragraphSpacing: 'optionParagraphSpacing',
  animations: 'optionAnimations',
  scripts: 'optionScripts',
  title: 'optionTitle',
  video: 'optionVideo',
}

/** The control for one option: a checkbox where there are two values, otherwise a slider. */
export function OptionControl({ option, value, disabled, onChange }: Props) {
  const { min, max, step, neutral, floor }: OptionRange = OPTION_RANGES[option]
  const label = t(NAMES[option])
  if (max - min === step) {
    return (
      <Checkbox
        label={label}
        checked={value === max}
        disabled={disabled}
        onChange={checked => onChange(option, checked ? max : min)}
      />
    )
  }
  const words = t(amountOf(option, value))
  // Where values are left out, the place below the lowest stands for the page's own.
  const first = floor === undefined ? min : floor - step
  return (
    <Slider
      {...{ label, max, step, words, disabled }}
      min={first}
      value={Math.max(first, value)}
      spoken={t('amountSpoken', words, String(value))}
      onInput={value => onChange(option, floor !== undefined && value < floor ? neutral : value)}
    />
  )
}
