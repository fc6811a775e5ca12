import { useState } from 'preact/hooks'
import { hostOf } from '@/utils/calm/sites'
import { tSettings } from '@/utils/i18n/settings'
import { Action } from '../controls/action'
import { TextField } from '../controls/text-field'
import { siteName } from '../site-name'
import type { Section, Tools } from './section'
import { SiteEntry } from './site-entry'
import { useUndo } from './use-undo'

/** The longest name a host can have (RFC 1035). */
const MAX_HOST = 253

/** Sites with settings of their own. */
export const sitesSection: Section = {
  id: 'sites',
  title: () => tSettings('sites'),
  about: () => tSettings('sitesAbout'),
  startsAnew: ['calm/sites', 'pacing/limits/sites'],
  settings: [
    {
      id: 'siteList',
      name: () => tSettings('siteList'),
      about: () => tSettings('siteListAbout'),
      control: tools => <SiteList {...tools} />,
    },
    {
      id: 'siteAdd',
      name: () => tSettings('siteAdd'),
      about: () => tSettings('siteAddAbout'),
      control: tools => <AddSite {...tools} />,
    },
  ],
}

function SiteList(tools: Tools) {
  const { calm, pacing } = tools.settings
  const names = [...new Set([...Object.keys(calm.sites), ...Object.keys(pacing.limits.sites)])].sort()
  const undo = useUndo(tools.choose)
  const remove = (name: string) =>
    undo.choose(tSettings('siteRemoved', siteName(name)), [
      [`calm/sites/${name}`, undefined, calm.sites[name]],
      [`pacing/limits/sites/${name}`, undefined, pacing.limits.sites[name]],
    ])
  return (
    <>
      {names.length === 0 && <p class="aside">{tSettings('siteNone')}</p>}
      {names.map(name => (
        <SiteEntry key={name} name={name} tools={tools} onRemove={() => remove(name)} />
      ))}
      {undo.note}
    </>
  )
}

function AddSite({ settings, describedBy, choose }: Tools) {
  const [typed, setTyped] = useState('')
  const [unusable, setUnusable] = useState(false)
  const add = () => {
    const host = hostOf(typed.includes('://') ? typed : `https://${typed}`)
    const usable = typed !== '' && host !== null && (host.includes('.') || host === 'localhost')
    setUnusable(!usable)
    if (!usable) return
    if (!Object.hasOwn(settings.calm.sites, host)) choose({ [`calm/sites/${host}`]: { calm: true } })
    setTyped('')
  }
  return (
    <>
      <TextField
        label={tSettings('siteAdd')}
        value={typed}
        maxLength={MAX_HOST}
        optional
        describedBy={describedBy}
        onChange={setTyped}
      />
      <Action label={tSettings('siteAddButton')} usable onPress={add} />
      <p role="status">{unusable && tSettings('siteAddUnusable')}</p>
    </>
  )
}
