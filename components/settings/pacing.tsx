import { t } from '@/utils/i18n'
import { type SettingsKey, tSettings } from '@/utils/i18n/settings'
import { type BlockSettings, type Energy, energyOf, PRESETS } from '@/utils/pacing/settings'
import { MINUTE_MS } from '@/utils/pacing/timing'
import { MAX_BLOCK_MINUTES, MAX_LIMIT_MINUTES, MAX_REST_MINUTES } from '@/utils/pacing-bounds'
import type { PacingPreferences } from '@/utils/settings/pacing-schema'
import { Checkbox } from '../controls/checkbox'
import { Choice } from '../controls/choice'
import { NumberField } from '../controls/number-field'
import { TimeField } from '../controls/time-field'
import { PacingSample } from './pacing-sample'
import type { Section, Setting } from './section'

/** Pacing: blocks, rests, limits and the hours of a day. */
export const pacingSection: Section = {
  id: 'pacing',
  title: () => t('pacing'),
  about: () => tSettings('pacingAbout'),
  startsAnew: [
    ...['block', 'laterMs', 'littleLongerMs', 'limits/dayMs', 'acrossDevices', 'resume'].map(at),
    ...['rolloverMinute', 'eveningMinute', 'showMinutes'].map(at),
  ],
  sample: ({ pacing }) => <PacingSample block={pacing.block} />,
  settings: [
    {
      id: 'energy',
      name: () => `${t('blockAndRest')}: ${t('energyToday')}`,
      about: () => tSettings('energyAbout'),
      control: ({ settings, describedBy, choose }) => (
        <Choice<Energy>
          label={t('energyToday')}
          describedBy={describedBy}
          choices={[
            ['veryLow', t('energyVeryLow')],
            ['low', t('energyLow')],
            ['middle', t('energyMiddle')],
            ['good', t('energyGood')],
          ]}
          chosen={energyOf(settings.pacing.block)}
          onChange={energy => choose({ [at('block')]: PRESETS[energy] })}
        />
      ),
    },
    minutesOf('blockMs', () => t('blockMinutes'), 'blockAbout', MAX_BLOCK_MINUTES),
    minutesOf('restMs', () => t('restMinutes'), 'restAbout', MAX_REST_MINUTES),
    minutesOf('longRestMs', () => tSettings('longRest'), 'longRestAbout', MAX_REST_MINUTES),
    {
      id: 'dayLimit',
      name: () => t('minutesADay'),
      about: () => tSettings('dayLimitAbout'),
      control: ({ settings, describedBy, choose }) => (
        <NumberField
          label={t('minutesADay')}
          describedBy={describedBy}
          value={settings.pacing.limits.dayMs && settings.pacing.limits.dayMs / MINUTE_MS}
          max={MAX_LIMIT_MINUTES}
          optional
          onChange={minutes => choose({ [at('limits/dayMs')]: minutes && minutes * MINUTE_MS })}
        />
      ),
    },
    toggle('acrossDevices', 'acrossDevicesAbout'),
    {
      id: 'lowDay',
      name: () => tSettings('lowDayName'),
      about: () => tSettings('lowDayAbout'),
      control: () => <h3>{tSettings('lowDayName')}</h3>,
    },
    lasting('laterMs', 'laterMinutes', 'laterAbout'),
    lasting('littleLongerMs', 'longerMinutes', 'longerAbout'),
    {
      id: 'resume',
      name: () => tSettings('resume'),
      about: () => tSettings('resumeAbout'),
      control: ({ settings, describedBy, choose }) => (
        <Choice<PacingPreferences['resume']>
          label={tSettings('resume')}
          describedBy={describedBy}
          choices={[
            ['byPerson', tSettings('resumeByPerson')],
            ['atFirstActivity', tSettings('resumeAtActivity')],
          ]}
          chosen={settings.pacing.resume}
          onChange={resume => choose({ [at('resume')]: resume })}
        />
      ),
    },
    timeOf('rolloverMinute', 'rollover', 'rolloverAbout', false),
    timeOf('eveningMinute', 'evening', 'eveningAbout', true),
    toggle('showMinutes', 'showMinutesAbout'),
  ],
}

function at(field: string): string {
  return `pacing/${field}`
}

/** One of the three lengths that belong together. The longer rest never becomes the shorter one. */
function minutesOf(field: keyof BlockSettings, name: () => string, about: SettingsKey, max: number): Setting {
  const withMinutes = (block: BlockSettings, minutes: number): BlockSettings => {
    const changed = { ...block, [field]: minutes * MINUTE_MS }
    return { ...changed, longRestMs: Math.max(changed.longRestMs, changed.restMs) }
  }
  return {
    id: field,
    name,
    about: () => tSettings(about),
    control: ({ settings, describedBy, choose }) => (
      <NumberField
        label={name()}
        describedBy={describedBy}
        value={settings.pacing.block[field] / MINUTE_MS}
        max={max}
        onChange={minutes =>
          minutes !== null && choose({ [at('block')]: withMinutes(settings.pacing.block, minutes) })
        }
      />
    ),
  }
}

function lasting(field: 'laterMs' | 'littleLongerMs', name: SettingsKey, about: SettingsKey): Setting {
  return {
    id: field,
    name: () => tSettings(name),
    about: () => tSettings(about),
    control: ({ settings, describedBy, choose }) => (
      <NumberField
        label={tSettings(name)}
        describedBy={describedBy}
        value={settings.pacing[field] / MINUTE_MS}
        max={MAX_BLOCK_MINUTES}
        onChange={minutes => minutes !== null && choose({ [at(field)]: minutes * MINUTE_MS })}
      />
    ),
  }
}

function timeOf(
  field: 'rolloverMinute' | 'eveningMinute',
  name: SettingsKey,
  about: SettingsKey,
  optional: boolean,
): Setting {
  return {
    id: field,
    name: () => tSettings(name),
    about: () => tSettings(about),
    control: ({ settings, describedBy, choose }) => (
      <TimeField
        label={tSettings(name)}
        describedBy={describedBy}
        value={settings.pacing[field]}
        optional={optional}
        onChange={minute => choose({ [at(field)]: minute })}
      />
    ),
  }
}

function toggle(field: 'acrossDevices' | 'showMinutes', about: SettingsKey): Setting {
  return {
    id: field,
    name: () => t(field),
    about: () => tSettings(about),
    control: ({ settings, describedBy, choose }) => (
      <Checkbox
        label={t(field)}
        describedBy={describedBy}
        checked={settings.pacing[field]}
        onChange={on => choose({ [at(field)]: on })}
      />
    ),
  }
}
