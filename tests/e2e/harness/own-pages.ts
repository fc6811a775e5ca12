/** One of Luwte's own pages, or a view of it. */
export interface Surface {
  readonly name: string
  /** Its address; after `tab=` comes that of a page with an article. */
  readonly path: string
  /** How large it opens, CSS pixels; without it, as large as a tab. */
  readonly size?: { readonly width: number; readonly height: number }
  /** What is there once it is whole. */
  readonly whole: string
  /** It is there during a rest. */
  readonly rests?: true
  /** Controls that have no edge, and why that is right. */
  readonly edgeless?: RegExp
}

/** Every page of Luwte's own that a person sees, and each view of it. */
export const SURFACES: readonly Surface[] = [
  { name: 'popup', path: 'popup.html?tab=', whole: 'details fieldset', size: { width: 360, height: 600 } },
  { name: 'welcome', path: 'welcome.html', whole: '[type=range]' },
  { name: 'settings', path: 'options.html', whole: '[type=range]' },
  { name: 'diary', path: 'diary.html', whole: 'main button' },
  { name: 'days', path: 'diary.html#days', whole: 'main summary' },
  { name: 'summary', path: 'diary.html#summary', whole: 'main [type=checkbox]' },
  // What leads away from the article stands back behind it.
  { name: 'reader', path: 'reader.html?tab=', whole: '.article > div', edgeless: /^header > button/ },
  // All of it is dark: its edges are seen by who looks for them.
  { name: 'rest', path: 'rest.html', whole: 'dialog button', rests: true, edgeless: /./ },
]
/** The sample stands inside the welcome and the settings, and axe looks at it there. The other plays a sound, unseen. */
export const NOT_BY_THEMSELVES = ['sample.html', 'sound.html']

/**
 * Where a page's own sheet and the shared ones say different things, its own are to win. In what is built, the sheets do
 * not come in the order of the sources.
 */
export const OWN_LOOKS: readonly (readonly [
  name: string,
  selector: string,
  property: string,
  value: string,
])[] = [
  ['popup', 'fieldset', 'margin-top', '12px'],
  ['popup', '.number', 'align-items', 'flex-start'],
  ['welcome', 'h1', 'font-size', '28px'],
  ['settings', 'h1', 'font-size', '28px'],
  ['settings', 'h2', 'font-size', '22px'],
  ['settings', 'section', 'margin-top', '48px'],
  ['diary', 'h1', 'font-size', '28px'],
  ['summary', 'h1', 'margin-bottom', '16px'],
  ['reader', '.steps button', 'text-align', 'center'],
  ['reader', '.article h1', 'font-weight', '600'],
]
