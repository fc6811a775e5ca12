import { tSettings } from '@/utils/i18n/settings'
import { Action } from '../controls/action'
import { useKeys } from '../use-keys'
import type { Section } from './section'

/** The keys that work on any page. The browser keeps them, and changes them. */
export const keysSection: Section = {
  id: 'keys',
  title: () => tSettings('keys'),
  about: () => tSettings('keysAbout'),
  startsAnew: [],
  settings: [
    {
      id: 'keyList',
      name: () => tSettings('keyList'),
      about: () => tSettings('keyListAbout'),
      control: () => <Keys />,
    },
  ],
}

function Keys() {
  const { keys, change } = useKeys()
  return (
    <>
      <dl>
        {keys.map(({ name, does, key }) => (
          <div key={name}>
            <dt>{does}</dt>
            <dd>{key ? <kbd>{key}</kbd> : tSettings('keyNone')}</dd>
          </div>
        ))}
      </dl>
      {change ? (
        <Action label={tSettings('keysChange')} usable onPress={change} />
      ) : (
        <p>{tSettings('keysByHand')}</p>
      )}
    </>
  )
}
