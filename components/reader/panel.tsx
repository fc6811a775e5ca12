import { useState } from 'preact/hooks'
import { tReader as t } from '@/utils/i18n/reader'
import type { ReaderPreferences } from '@/utils/reader/preferences'
import { Action } from '../controls/action'
import { ReaderLooks } from './reader-looks'
import { useVoices } from './use-aloud'
import type { Reader, Text } from './use-reader'
import { forgetPart, forgetPlaces } from './use-remembered'
import type { Surroundings } from './use-surroundings'

interface Props {
  readonly text: Text
  readonly reader: Reader
  readonly preferences: ReaderPreferences
  readonly around: Surroundings
}

/** What a person can change about reading, for who wants to. */
export function Panel({ text, reader, preferences, around }: Props) {
  const { page, article, state } = text
  const voices = useVoices(article.lang)
  const [forgotten, setForgotten] = useState(false)

  return (
    <section class="panel" aria-label={t('change')}>
      <p class="quiet">{t('keys')}</p>
      <ReaderLooks
        {...{ preferences, voices }}
        calm={around.calm}
        lang={article.lang}
        choose={reader.choose}
        adjust={around.adjust}
      />
      <fieldset>
        <legend>{t('wrongPart')}</legend>
        <p class="actions">
          <Action label={t('pickPart')} usable onPress={reader.pick} />
          {state.part !== null && (
            <Action label={t('findByItself')} usable onPress={() => void forgetPart(page.url)} />
          )}
        </p>
      </fieldset>
      <fieldset>
        <legend>{t('placesKept')}</legend>
        <p class="actions">
          <Action
            label={t('forgetPlaces')}
            usable={!forgotten}
            onPress={() => void forgetPlaces().then(() => setForgotten(true))}
          />
          <span role="status">{forgotten && t('placesForgotten')}</span>
        </p>
      </fieldset>
    </section>
  )
}
