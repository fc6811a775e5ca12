import { useState } from 'preact/hooks'
import { MAX_OWN_IDEAS, MAX_OWN_WORDS } from '@/utils/guidance/own-words'
import type { OwnIdea } from '@/utils/guidance/rest-ideas'
import { tSettings } from '@/utils/i18n/settings'
import { Action } from '../controls/action'
import { Checkbox } from '../controls/checkbox'
import { TextField } from '../controls/text-field'
import type { Tools } from './section'
import { useUndo } from './use-undo'

const PATH = 'pacing/ownIdeas'

/** Rest ideas in a person's own words: added, changed, put in order, chosen one by one. */
export function OwnIdeas({ settings, choose }: Tools) {
  const { ownIdeas } = settings.pacing
  const [typed, setTyped] = useState('')
  const undo = useUndo(choose)
  const save = (ideas: readonly OwnIdea[]) => choose({ [PATH]: ideas })
  const change = (id: string, changes: Partial<OwnIdea>) =>
    save(ownIdeas.map(idea => (idea.id === id ? { ...idea, ...changes } : idea)))
  const full = ownIdeas.length >= MAX_OWN_IDEAS

  const add = () => {
    if (!typed || full) return
    save([...ownIdeas, { id: `own-${crypto.randomUUID()}`, words: typed, chosen: false }])
    setTyped('')
  }
  const remove = (id: string) => {
    const left = ownIdeas.filter(idea => idea.id !== id)
    undo.choose(tSettings('ideaRemoved'), [[PATH, left, ownIdeas]])
  }

  return (
    <fieldset>
      <legend>{tSettings('ownIdeas')}</legend>
      {ownIdeas.map(({ id, words, chosen }, place) => (
        <fieldset key={id} class="own-idea" aria-label={words}>
          <TextField
            label={tSettings('ideaWords')}
            value={words}
            maxLength={MAX_OWN_WORDS}
            onChange={words => change(id, { words })}
          />
          <Checkbox
            label={tSettings('showThis')}
            checked={chosen}
            onChange={chosen => change(id, { chosen })}
          />
          <div class="actions">
            <Action
              label={tSettings('up')}
              usable={place > 0}
              onPress={() => save(swapped(ownIdeas, place - 1))}
            />
            <Action
              label={tSettings('down')}
              usable={place < ownIdeas.length - 1}
              onPress={() => save(swapped(ownIdeas, place))}
            />
            <Action label={tSettings('remove')} usable onPress={() => remove(id)} />
          </div>
        </fieldset>
      ))}
      {undo.note}
      <TextField
        label={tSettings('ideaNew')}
        value={typed}
        maxLength={MAX_OWN_WORDS}
        optional
        onChange={setTyped}
      />
      <Action label={tSettings('ideaAdd')} usable={!full} onPress={add} />
      {full && <p>{tSettings('ideasFull')}</p>}
    </fieldset>
  )
}

/** The ideas with the one at a place and the one after it changed about. */
function swapped(ideas: readonly OwnIdea[], place: number): OwnIdea[] {
  const one = ideas[place]
  const next = ideas[place + 1]
  if (!one || !next) return [...ideas]
  return [...ideas.slice(0, place), next, one, ...ideas.slice(place + 2)]
}
