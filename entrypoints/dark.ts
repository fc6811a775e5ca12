import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { provideDarkEngine } from '@/utils/calm/dark/engine'

/** Runs in the extension's own world of pages that are to be shown in dark colours, before calm mode's script. */
export default defineUnlistedScript({ globalName: false, main: provideDarkEngine })
