import { useState } from 'preact/hooks'
import type { Where } from '@/utils/calm/calm-settings'
import { t } from '@/utils/i18n'
import { tWelcome } from '@/utils/i18n/welcome'
import { Choice } from '../controls/choice'
import type { ScreenProps } from './screen'
import { useAccess } from './use-access'

/** Site by site, or everywhere: that is when access to every site is needed, and not before. */
export function WhereCalm({ settings, choose }: ScreenProps) {
  const access = useAccess()
  const [refused, setRefused] = useState(false)
  const turn = async (where: Where) => {
    const everywhere = where === 'everywhere'
    const given = !everywhere || (await access.ask())
    setRefused(!given)
    if (given) choose({ 'calm/where': where, 'calm/everywhere': everywhere })
  }
  return (
    <>
      <Choice
        label={t('where')}
        choices={[
          ['site', tWelcome('siteBySite')],
          ['everywhere', t('whereEverywhere')],
        ]}
        chosen={settings.calm.everywhere ? 'everywhere' : 'site'}
        onChange={where => void turn(where)}
      />
      {!access.everywhere && <p class="aside">{tWelcome('accessAsked')}</p>}
      <div role="status">{refused && <p>{tWelcome('accessRefused')}</p>}</div>
    </>
  )
}
