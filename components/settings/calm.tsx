import { LEVEL_DEFAULTS, levelOptions, type OnLevel } from '@/utils/calm/levels'
import type { ChosenOptionId } from '@/utils/calm/options'
import { siteInForce } from '@/utils/calm/sites'
import { t } from '@/utils/i18n'
import { type SettingsKey, tSettings } from '@/utils/i18n/settings'
import type { Settings } from '@/utils/settings/settings'
import { Action } from '../controls/action'
import { Choice } from '../controls/choice'
import { Slider } from '../controls/slider'
import { OPTION_GROUPS } from '../level-details'
import { OPTION_NAMES, OptionControl } from '../option-control'
import { CalmSample } from './calm-sample'
import type { Section, Setting, Tools } from './section'

/** Calm mode: where, how calm, and what each level does. */
export const calmSection: Section = {
  id: 'calm',
  title: () => t('calmMode'),
  about: () => tSettings('calmAbout'),
  startsAnew: ['calm/where', 'calm/everywhere', 'calm/level', 'calm/levels'],
  sample: ({ calm }) => <CalmSample options={siteInForce(calm).options} />,
  settings: [
    {
      id: 'where',
      name: () => t('where'),
      about: () => tSettings('whereAbout'),
      control: ({ settings, describedBy, choose, askForSites }) => (
        <Choice
          label={t('where')}
          describedBy={describedBy}
          choices={[
            ['site', tSettings('whereChosen')],
            ['everywhere', t('whereEverywhere')],
          ]}
          chosen={settings.calm.everywhere ? 'everywhere' : 'site'}
          onChange={where => {
            if (where === 'everywhere') askForSites()
            choose({ 'calm/where': where, 'calm/everywhere': where === 'everywhere' })
          }}
        />
      ),
    },
    {
      id: 'level',
      name: () => t('calmLevel'),
      about: () => tSettings('levelAbout'),
      control: ({ settings, describedBy, choose }) => (
        <Slider
          label={t('calmLevel')}
          describedBy={describedBy}
          words={t(`level${settings.calm.level}`)}
          value={settings.calm.level}
          min={1}
          max={4}
          step={1}
          onInput={level => choose({ 'calm/level': level })}
        />
      ),
    },
    ...OPTION_GROUPS.flatMap(([group, options]) =>
      options.map(option => optionSetting(option, () => `${t('levelDetails')}: ${t(group)}`)),
    ),
    {
      id: 'levelReset',
      name: () => t('levelReset'),
      about: () => tSettings('levelResetAbout'),
      control: ({ settings, choose }) => {
        const { level, levels } = settings.calm
        return (
          <Action
            label={t('levelReset')}
            usable={Object.keys(levels[level] ?? {}).length > 0}
            onPress={() => choose({ [`calm/levels/${level}`]: undefined })}
          />
        )
      },
    },
  ],
}

function optionSetting(option: ChosenOptionId, fold: () => string): Setting {
  return {
    id: option,
    name: () => t(OPTION_NAMES[option]),
    about: () => tSettings(ABOUTS[option]),
    fold,
    control: ({ settings, describedBy, choose }: Tools) => {
      const { level, levels } = settings.calm
      return (
        <OptionControl
          option={option}
          value={levelOptions(level, levels[level] ?? {})[option]}
          disabled={false}
          describedBy={describedBy}
          onChange={(id, value) => choose({ [`calm/levels/${level}`]: adjusted(settings, level, id, value) })}
        />
      )
    },
  }
}

/** A level's changes with one more: only what differs from its defaults. */
function adjusted({ calm }: Settings, level: OnLevel, option: ChosenOptionId, value: number) {
  const { [option]: _, ...others } = calm.levels[level] ?? {}
  return value === LEVEL_DEFAULTS[level][option] ? others : { ...others, [option]: value }
}

/** The sentence on each option. */
const ABOUTS: Readonly<Record<ChosenOptionId, SettingsKey>> = {
  brightness: 'brightnessAbout',
  contrast: 'contrastAbout',
  saturation: 'saturationAbout',
  warmth: 'warmthAbout',
  media: 'mediaAbout',
  mediaColour: 'mediaColourAbout',
  pictureTone: 'pictureToneAbout',
  theme: 'themeAbout',
  textSize: 'textSizeAbout',
  typeface: 'typefaceAbout',
  lineHeight: 'lineHeightAbout',
  lineLength: 'lineLengthAbout',
  letterSpacing: 'letterSpacingAbout',
  wordSpacing: 'wordSpacingAbout',
  paragraphSpacing: 'paragraphSpacingAbout',
  animations: 'animationsAbout',
  scripts: 'scriptsAbout',
  title: 'titleAbout',
  images: 'imagesAbout',
  video: 'videoAbout',
  pinned: 'pinnedAbout',
  mute: 'muteAbout',
}
