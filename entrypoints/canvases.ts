import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { provideCanvasStiller } from '@/utils/calm/canvases/still-canvases'

/** Runs in the extension's own world of calm pages that have a canvas drawn in a worker, when there is one. */
export default defineUnlistedScript({ globalName: false, main: provideCanvasStiller })
