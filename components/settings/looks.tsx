import { tSettings } from '@/utils/i18n/settings'
import type { Scheme } from '@/utils/looks/scheme'
import { Choice } from '../controls/choice'
import type { Section } from './section'

/** The colours of Luwte's own pages. This page is the sample. */
export const looksSection: Section = {
  id: 'looks',
  title: () => tSettings('looks'),
  about: () => tSettings('looksAbout'),
  startsAnew: ['looks'],
  settings: [
    {
      id: 'scheme',
      name: () => tSettings('scheme'),
      about: () => tSettings('schemeAbout'),
      control: ({ settings, describedBy, choose }) => (
        <Choice<Scheme>
          label={tSettings('scheme')}
          describedBy={describedBy}
          choices={[
            ['dark', tSettings('schemeDark')],
            ['light', tSettings('schemeLight')],
            ['browser', tSettings('schemeBrowser')],
          ]}
          chosen={settings.looks.scheme}
          onChange={scheme => choose({ 'looks/scheme': scheme })}
        />
      ),
    },
  ],
}
