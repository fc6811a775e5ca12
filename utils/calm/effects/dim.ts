import { eveningLight } from '../evening'
import { type CalmOptions, NEUTRAL_OPTIONS } from '../options'
import { paintBareCanvas } from '../page/bare-canvas'
import { followPageLight, INVERSION, type PageLight } from '../page/page-light'
import { adoptSheet } from '../page/sheets'
import type { Effect } from './effect'

/**
 * Dims the whole page: light, contrast, colour and warmth; in the evening a step further.
 *
 * A filter on the root element covers media, frames and a painted canvas, and does not unfix fixed elements. Chromium
 * paints the top layer (modal dialogs, popovers, full screen) outside of it and gets a rule of its own there; Firefox
 * paints it inside. Only the top frame dims, since frames are part of its picture; each has the light that its own
 * theme asks for.
 */
export const dim: Effect = {
  id: 'dim',
  options: ['brightness', 'contrast', 'saturation', 'warmth', 'dusk', 'theme'],
  movesLayout: false,
  apply(page, options, signal) {
    const isTop = page.defaultView === page.defaultView?.top
    const own = isTop ? { ...options, ...eveningLight(options) } : NEUTRAL_OPTIONS
    let shown = new AbortController()
    const show = (light: PageLight) => {
      const before = shown
      shown = new AbortController()
      const filter = pageFilter(own, light)
      if (filter) {
        adoptSheet(page, dimRules(filter, own.brightness), shown.signal)
        paintBareCanvas(page, shown.signal)
      }
      before.abort()
    }
    followPageLight(page, show, signal)
    signal.addEventListener('abort', () => shown.abort())
  },
}

/** Share of its light that a page keeps while a theme is at work, in %: white is darker than most dark themes are. */
const HELD_BRIGHTNESS = 12

/** Always the same list of functions, so that one filter fades into another; none when it would change nothing. */
export function pageFilter(options: CalmOptions, light: PageLight): string | null {
  const { contrast, saturation, warmth } = options
  const brightness = light === 'held' ? HELD_BRIGHTNESS : options.brightness
  // White turned round is black, which is more of a contrast than white was.
  const inverted = light === 'inverted' ? `${INVERSION} contrast(85%) ` : ''
  if (!inverted && brightness === 100 && contrast === 100 && saturation === 100 && warmth === 0) return null
  return `${inverted}brightness(${brightness}%) contrast(${contrast}%) saturate(${saturation}%) sepia(${warmth}%)`
}

/** `::backdrop` takes no part in the root's filter in Chromium either. */
function dimRules(filter: string, brightness: number): string {
  const grey = (share: number) =>
    `rgb(${[1, 1, 1].map(() => Math.round((255 * share * brightness) / 100)).join(' ')})`
  return `@media screen{
    :root{filter:${filter}!important;scrollbar-color:${grey(0.5)} ${grey(0.9)}!important}
    @supports not (-moz-appearance:none){
      :modal,:popover-open,:fullscreen,::backdrop{filter:${filter}!important}
    }
  }`
}
