import { tReader } from '@/utils/i18n/reader'
import { tSettings } from '@/utils/i18n/settings'
import { READER_RANGES, type Theme } from '@/utils/reader/preferences'
import { Checkbox } from '../controls/checkbox'
import { Choice } from '../controls/choice'
import { Slider } from '../controls/slider'
import { rateWords, speedWords } from '../reader/speed-words'
import type { Section, Setting } from './section'

/** The reader. Its voices are chosen there, by the language of the article; text and light are calm mode's. */
export const readerSection: Section = {
  id: 'reader',
  title: () => tSettings('reader'),
  about: () => tSettings('readerAbout'),
  startsAnew: ['reader'],
  settings: [
    toggle('portions', () => tSettings('portionsAbout')),
    toggle('showProgress', () => tSettings('showProgressAbout')),
    speed('speed', () => tSettings('speedAbout'), speedWords),
    speed('rate', () => tSettings('rateAbout'), rateWords),
    {
      id: 'theme',
      name: () => tReader('theme'),
      about: () => tSettings('readerThemeAbout'),
      control: ({ settings, describedBy, choose }) => (
        <Choice<Theme>
          label={tReader('theme')}
          describedBy={describedBy}
          choices={[
            ['dark', tReader('themeDark')],
            ['paper', tReader('themePaper')],
          ]}
          chosen={settings.reader.theme}
          onChange={theme => choose({ 'reader/theme': theme })}
        />
      ),
    },
  ],
}

function toggle(id: 'portions' | 'showProgress', about: () => string): Setting {
  return {
    id,
    name: () => tReader(id),
    about,
    control: ({ settings, describedBy, choose }) => (
      <Checkbox
        label={tReader(id)}
        describedBy={describedBy}
        checked={settings.reader[id]}
        onChange={on => choose({ [`reader/${id}`]: on })}
      />
    ),
  }
}

function speed(id: 'speed' | 'rate', about: () => string, words: (value: number) => string): Setting {
  return {
    id,
    name: () => tReader(id),
    about,
    control: ({ settings: { reader }, describedBy, choose }) => (
      <Slider
        {...READER_RANGES[id]}
        label={tReader(id)}
        words={words(reader[id])}
        spoken={tReader('spokenValue', words(reader[id]), String(reader[id]))}
        describedBy={describedBy}
        value={reader[id]}
        onInput={value => choose({ [`reader/${id}`]: value })}
      />
    ),
  }
}
