import { localise } from '../i18n'
import { tSettings } from '../i18n/settings'
import { animations } from './effects/animations'
import { media } from './effects/media'
import { text } from './effects/text'
import { typeface } from './effects/typeface'
import type { CalmOptions } from './options'

/** What shows on a page that is still, in a frame that its page dims. */
const EFFECTS = [animations, media, typeface, text]

const PICTURE = '/sample/water.svg'

/** Fills the sample page, and shows on it what the page around it says calm mode does. */
export function showSample(page: Document): void {
  localise(page)
  const heading = page.createElement('h1')
  heading.textContent = tSettings('sampleHeading')
  const lines = (['sampleText', 'sampleMore'] as const).map(key => {
    const line = page.createElement('p')
    line.textContent = tSettings(key)
    return line
  })
  const picture = page.createElement('img')
  picture.src = PICTURE
  picture.alt = tSettings('samplePicture')
  page.querySelector('.text')?.append(heading, ...lines, picture)

  let shown = new AbortController()
  addEventListener('message', ({ data, source, origin }) => {
    if (source !== parent || origin !== location.origin) return
    const before = shown
    shown = new AbortController()
    for (const effect of EFFECTS) effect.apply(page, data as CalmOptions, shown.signal)
    before.abort()
  })
}
