import type { ChosenOptionId } from '@/utils/calm/options'
import type { CalmPageState } from '@/utils/calm/page-state'
import { tReader as t } from '@/utils/i18n/reader'
import type { ReaderChoice, ReaderPreferences, Theme } from '@/utils/reader/preferences'
import { READER_RANGES } from '@/utils/reader/preferences'
import { Checkbox } from '../controls/checkbox'
import { Choice } from '../controls/choice'
import { Slider } from '../controls/slider'
import { OptionControl } from '../option-control'
import { rateWords, speedWords } from './speed-words'

interface Props {
  readonly preferences: ReaderPreferences
  /** Calm mode where the article stands; null where that is not known. */
  readonly calm: CalmPageState | null
  readonly voices: readonly SpeechSynthesisVoice[]
  /** The language of the article, under which its voice is kept. */
  readonly lang: string
  choose(choice: ReaderChoice): void
  adjust(option: ChosenOptionId, value: number): void
}

const TEXT: readonly ChosenOptionId[] = [
  'textSize',
  'lineLength',
  'lineHeight',
  'letterSpacing',
  'wordSpacing',
  'paragraphSpacing',
]
const PICTURES: readonly ChosenOptionId[] = ['media', 'mediaColour', 'pictureTone']

/** How the reader looks and goes. Light, size and spacing are calm mode's own, for the site of the article. */
export function ReaderLooks({ preferences, calm, voices, lang, choose, adjust }: Props) {
  const { theme, speed, rate, portions, showProgress } = preferences
  const themes: readonly (readonly [Theme, string])[] = [
    ['dark', t('themeDark')],
    ['paper', t('themePaper')],
  ]
  return (
    <>
      <fieldset>
        <legend>{t('reading')}</legend>
        <Checkbox label={t('portions')} checked={portions} onChange={portions => choose({ portions })} />
        <Checkbox
          label={t('showProgress')}
          checked={showProgress}
          onChange={showProgress => choose({ showProgress })}
        />
        <Slider
          {...READER_RANGES.speed}
          {...inWords(speedWords(speed), speed)}
          label={t('speed')}
          value={speed}
          onInput={speed => choose({ speed })}
        />
        <Slider
          {...READER_RANGES.rate}
          {...inWords(rateWords(rate), rate)}
          label={t('rate')}
          value={rate}
          onInput={rate => choose({ rate })}
        />
        {voices.length > 1 && (
          <label class="voice">
            {t('voice')}
            <select
              onChange={({ currentTarget }) =>
                choose({ voices: { ...preferences.voices, [lang]: currentTarget.value } })
              }
            >
              {voices.map(({ voiceURI, name }) => (
                <option key={voiceURI} value={voiceURI} selected={voiceURI === preferences.voices[lang]}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </fieldset>
      <fieldset>
        <legend>{t('looks')}</legend>
        <Choice label={t('theme')} choices={themes} chosen={theme} onChange={theme => choose({ theme })} />
      </fieldset>
      {calm && (
        <fieldset>
          <legend>{t('textAsCalm')}</legend>
          {[...TEXT, ...PICTURES].map(option => (
            <OptionControl
              key={option}
              option={option}
              value={calm.options[option]}
              disabled={false}
              onChange={adjust}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}

const inWords = (words: string, value: number) => ({ words, spoken: t('spokenValue', words, String(value)) })
