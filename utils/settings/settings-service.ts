import type { Handlers } from '../messaging/serve'
import { syncStatus } from './devices'
import { readFile } from './file'
import type { Values } from './registers'
import { isSound } from './settings'
import type { SettingsView } from './settings-view'
import { loadChosen, saveValues } from './store'

type SettingsRequests = Pick<Handlers, Extract<keyof Handlers, `settings.${string}`>>

/** The answers to the settings page. What follows from a change follows from its being stored. */
export const settingsRequests: SettingsRequests = {
  'settings.state': view,
  'settings.choose': ({ values, back }) => {
    const unsound = Object.keys(values).find(path => !isSound(path, values[path]))
    if (unsound !== undefined) throw new Error(`${unsound} cannot be set to this`)
    return save({ ...values, ...Object.fromEntries(back.map(path => [path, undefined])) })
  },
  'settings.import': async ({ file }) => {
    const read = readFile(file, await loadChosen())
    if (!read.ok) throw new Error(`a file that is ${read.why}`)
    return save(read.changes)
  },
}

async function view(): Promise<SettingsView> {
  return { ...(await loadChosen()), devices: await syncStatus() }
}

async function save(values: Values): Promise<SettingsView> {
  await saveValues(values)
  return view()
}
