import { type SettingsKey, tSettings } from '@/utils/i18n/settings'
import type { SyncStatus } from '@/utils/settings/devices'
import { ExportFile } from './export-file'
import { ImportFile } from './import-file'
import type { Section } from './section'

const SYNC: Readonly<Record<SyncStatus, SettingsKey>> = {
  fine: 'syncFine',
  full: 'syncFull',
  newer: 'syncNewer',
  unavailable: 'syncUnavailable',
}

/** Where the settings are kept: on the person's devices, and in a file. */
export const devicesSection: Section = {
  id: 'devices',
  title: () => tSettings('devices'),
  about: () => tSettings('devicesAbout'),
  startsAnew: [],
  settings: [
    {
      id: 'sync',
      name: () => tSettings('sync'),
      about: () => tSettings('syncAbout'),
      control: ({ devices }) => (
        <>
          <h3>{tSettings('sync')}</h3>
          <p>{tSettings(SYNC[devices])}</p>
        </>
      ),
    },
    {
      id: 'export',
      name: () => tSettings('exportName'),
      about: () => tSettings('exportAbout'),
      control: tools => <ExportFile {...tools} />,
    },
    {
      id: 'import',
      name: () => tSettings('importName'),
      about: () => tSettings('importAbout'),
      control: tools => <ImportFile {...tools} />,
    },
  ],
}
