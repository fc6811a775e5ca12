import { eveningLight } from '../evening'
import type { CalmOptions } from '../options'
import { paintBareCanvas } from '../page/bare-canvas'
import { adoptSheet } from '../page/sheets'
import type { Effect } from './effect'

/**
 * Dims the whole page: light, contrast, colour and warmth; in the evening a step further.
 *
 * A filter on the root element covers media, frames and a painted canvas, and does not unfix fixed elements. Chromium paints the top layer (modal dialogs, popovers, full screen) outside of it and gets a rule of its
 * own there; Firefox paints it inside. Only the top frame dims: frames are part of its picture.
 */
export const dim: Effect = {
  id: 'dim',
  options: ['brightness', 'contrast', 'saturation', 'warmth', 'dusk'],
  movesLayout: false,
  apply(page, options, signal) {
    if (page.defaultView !== page.defaultView?.top) return
    const light = { ...options, ...eveningLight(options) }
    const filter = pageFilter(light)
    if (!filter) return
    adoptSheet(page, dimRules(filter, light.brightness), signal)
    paintBareCanvas(page, signal)
  },
}

/** Always the same list of functions, so that one filter fades into another; none when it would change nothing. */
function pageFilter({ brightness, contrast, saturation, warmth }: CalmOptions): string | null {
  if (brightness === 100 && contrast === 100 && saturation === 100 && warmth === 0) return null
  return `brightness(${brightness}%) contrast(${contrast}%) saturate(${saturation}%) sepia(${warmth}%)`
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
