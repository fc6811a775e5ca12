import { type ChosenOptionId, OPTION_RANGES, type OptionRange } from '@/utils/calm/options'
import { SYSTEM_TYPEFACE } from '@/utils/calm/parts'
import { type MessageKey, t } from '@/utils/i18n'
import { amountOf } from './amount'
import { Checkbox } from './controls/checkbox'
import { Choice } from './controls/choice'
import { Slider } from './controls/slider'

interface Props {
  readonly option: ChosenOptionId
  readonly value: number
  readonly disabled: boolean
  readonly describedBy?: string
  onChange(option: ChosenOptionId, value: number): void
}

/** What a person calls each option. */
export const OPTION_NAMES: Readonly<Record<ChosenOptionId, MessageKey>> = {
  brightness: 'optionBrightness',
  contrast: 'optionContrast',
  saturation: 'optionSaturation',
  warmth: 'optionWarmth',
  media: 'optionMedia',
  mediaColour: 'optionMediaColour',
  pictureTone: 'optionPictureTone',
  theme: 'optionTheme',
  textSize: 'optionTextSize',
  typeface: 'optionTypeface',
  lineHeight: 'optionLineHeight',
  lineLength: 'optionLineLength',
  letterSpacing: 'optionLetterSpacing',
  wordSpacing: 'optionWordSpacing',
  paragraphSpacing: 'optionParagraphSpacing',
  animations: 'optionAnimations',
  scripts: 'optionScripts',
  title: 'optionTitle',
  images: 'optionImages',
  video: 'optionVideo',
  pinned: 'optionPinned',
  mute: 'optionMute',
}

/** Options that are not more or less of something, each value with its name. Names of letters are their own. */
const CHOICES: Partial<Record<ChosenOptionId, () => readonly (readonly [value: number, label: string])[]>> = {
  pictureTone: () => [
    [0, t('pictureToneOwn')],
    [1, t('pictureToneSoft')],
    [2, t('pictureToneGrey')],
    [3, t('pictureToneBoth')],
  ],
  typeface: () => [
    [0, t('typefaceOwn')],
    [1, 'Atkinson Hyperlegible'],
    [2, 'Lexend'],
    [3, 'OpenDyslexic'],
    [SYSTEM_TYPEFACE, t('typefaceSystem')],
  ],
  lineLength: () => [
    [0, t('lineLengthOwn')],
    [80, t('lineLengthLong')],
    [65, t('lineLengthMiddle')],
    [50, t('lineLengthShort')],
  ],
}

/** The control for one option: names to choose from, a checkbox where there are two values, otherwise a slider. */
export function OptionControl({ option, value, disabled, describedBy, onChange }: Props) {
  const { min, max, step, neutral, floor }: OptionRange = OPTION_RANGES[option]
  const label = t(OPTION_NAMES[option])
  const choices = CHOICES[option]?.()
  if (choices) {
    return (
      <Choice
        label={label}
        choices={choices.map(([amount, name]) => [String(amount), name] as const)}
        chosen={String(value)}
        disabled={disabled}
        describedBy={describedBy}
        onChange={chosen => onChange(option, Number(chosen))}
      />
    )
  }
  if (max - min === step) {
    return (
      <Checkbox
        label={label}
        checked={value === max}
        disabled={disabled}
        describedBy={describedBy}
        onChange={checked => onChange(option, checked ? max : min)}
      />
    )
  }
  const words = t(amountOf(option, value))
  // Where values are left out, the place below the lowest stands for the page's own.
  const first = floor === undefined ? min : floor - step
  return (
    <Slider
      {...{ label, max, step, words, disabled, describedBy }}
      min={first}
      value={Math.max(first, value)}
      spoken={t('amountSpoken', words, String(value))}
      onInput={value => onChange(option, floor !== undefined && value < floor ? neutral : value)}
    />
  )
}
