import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { providePictureToner } from '@/utils/calm/tone/tone-pictures'

/** Runs in the extension's own world of pages whose pictures are to be grey or softer, before calm mode's script. */
export default defineUnlistedScript({ globalName: false, main: providePictureToner })
