import { useState } from 'preact/hooks'
import { t } from '@/utils/i18n'
import { tSettings } from '@/utils/i18n/settings'
import { Checkbox } from '../controls/checkbox'
import type { Section, Tools } from './section'

/** Invitations to rest: how they come. */
export const nudgesSection: Section = {
  id: 'nudges',
  title: () => tSettings('nudges'),
  about: () => tSettings('nudgesAbout'),
  startsAnew: ['pacing/notifications', 'pacing/sound'],
  sample: () => <NudgeSample />,
  settings: [
    {
      id: 'notifications',
      name: () => tSettings('notifications'),
      about: () => tSettings('notificationsAbout'),
      control: tools => <Notifications {...tools} />,
    },
    {
      id: 'sound',
      name: () => tSettings('sound'),
      about: () => tSettings('soundAbout'),
      control: ({ settings, describedBy, choose }) => (
        <Checkbox
          label={tSettings('sound')}
          describedBy={describedBy}
          checked={settings.pacing.sound}
          onChange={on => choose({ 'pacing/sound': on })}
        />
      ),
    },
  ],
}

/** Asks the browser at the moment the person wants notifications, and not before. */
function Notifications({ settings, describedBy, choose, askToNotify }: Tools) {
  const [refused, setRefused] = useState(false)
  const turn = async (on: boolean) => {
    const allowed = !on || (await askToNotify())
    setRefused(!allowed)
    choose({ 'pacing/notifications': on && allowed })
  }
  return (
    <>
      <Checkbox
        label={tSettings('notifications')}
        describedBy={describedBy}
        checked={settings.pacing.notifications}
        onChange={on => void turn(on)}
      />
      <p role="status">{refused && tSettings('notificationsRefused')}</p>
    </>
  )
}

/** The card that fades into the corner of a page. */
function NudgeSample() {
  return (
    <div class="card-sample">
      <p>{t('sayBlockDone')}</p>
      <p class="seats">
        <span>{t('rest')}</span>
        <span>{t('later')}</span>
        <span>{t('off')}</span>
      </p>
    </div>
  )
}
