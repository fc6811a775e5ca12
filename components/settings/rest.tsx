import { IDEA_WORDS } from '@/utils/guidance/idea-words'
import { MAX_OWN_WORDS } from '@/utils/guidance/own-words'
import { fittingIdeas, REST_IDEAS } from '@/utils/guidance/rest-ideas'
import { t } from '@/utils/i18n'
import { type SettingsKey, tSettings } from '@/utils/i18n/settings'
import type { PacingPreferences } from '@/utils/settings/pacing-schema'
import { Checkbox } from '../controls/checkbox'
import { TextField } from '../controls/text-field'
import { OwnIdeas } from './own-ideas'
import type { Section, Setting } from './section'

/** Rest: what stands on the rest page, and which ideas fit the person. */
export const restSection: Section = {
  id: 'rest',
  title: () => tSettings('restTitle'),
  about: () => tSettings('restSectionAbout'),
  startsAnew: [
    ...['ideas', 'breathing', 'pem', 'crps', 'chosenMovement', 'ownIdeas', 'kindLine', 'showKindLine'],
  ].map(field => `pacing/${field}`),
  sample: ({ pacing }) => <RestSample preferences={pacing} />,
  settings: [
    toggle('pem', 'pem', 'pemAbout'),
    toggle('crps', 'crps', 'crpsAbout'),
    toggle('ideas', 'ideas', 'ideasAbout'),
    {
      id: 'movement',
      name: () => tSettings('movement'),
      about: () => tSettings('movementAbout'),
      control: ({ settings, describedBy, choose }) => {
        const { chosenMovement, pem } = settings.pacing
        return (
          <fieldset aria-describedby={describedBy}>
            <legend>{tSettings('movement')}</legend>
            {pem && <p>{tSettings('movementHidden')}</p>}
            {REST_IDEAS.filter(({ movement }) => movement).map(({ id }) => (
              <Checkbox
                key={id}
                label={t(IDEA_WORDS[id])}
                checked={!pem && chosenMovement.includes(id)}
                disabled={pem}
                onChange={on => {
                  const others = chosenMovement.filter(other => other !== id)
                  choose({ 'pacing/chosenMovement': on ? [...others, id] : others })
                }}
              />
            ))}
          </fieldset>
        )
      },
    },
    {
      id: 'ownIdeas',
      name: () => tSettings('ownIdeas'),
      about: () => tSettings('ownIdeasAbout'),
      control: tools => <OwnIdeas {...tools} />,
    },
    {
      id: 'kindLine',
      name: () => tSettings('kindLine'),
      about: () => tSettings('kindLineAbout'),
      control: ({ settings, describedBy, choose }) => (
        <TextField
          label={tSettings('kindLine')}
          describedBy={describedBy}
          value={settings.pacing.kindLine}
          maxLength={MAX_OWN_WORDS}
          optional
          onChange={words => choose({ 'pacing/kindLine': words })}
        />
      ),
    },
    toggle('showKindLine', 'showKindLine', 'showKindLineAbout'),
    toggle('breathing', 'breathing', 'breathingAbout'),
  ],
}

function toggle(
  field: 'pem' | 'crps' | 'ideas' | 'breathing' | 'showKindLine',
  name: SettingsKey,
  about: SettingsKey,
): Setting {
  return {
    id: field,
    name: () => tSettings(name),
    about: () => tSettings(about),
    control: ({ settings, describedBy, choose }) => (
      <Checkbox
        label={tSettings(name)}
        describedBy={describedBy}
        checked={settings.pacing[field]}
        onChange={on => choose({ [`pacing/${field}`]: on })}
      />
    ),
  }
}

/** What a rest looks like: dark, an idea, and what may stand below it. */
function RestSample({ preferences }: { readonly preferences: PacingPreferences }) {
  const { ideas, kindLine, showKindLine, breathing } = preferences
  const fitting = fittingIdeas(preferences)
  const idea = fitting.findLast(offer => 'words' in offer) ?? fitting[0]
  return (
    <div class="rest-sample">
      {ideas && idea && <p>{'words' in idea ? idea.words : t(IDEA_WORDS[idea.id])}</p>}
      {showKindLine && kindLine && <p>{kindLine}</p>}
      <p class="seats">
        {breathing && <span>{t('breatheAlong')}</span>}
        <span>{t('back')}</span>
      </p>
    </div>
  )
}
