import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { providePictureStiller } from '@/utils/calm/images/still-images'

/** Runs in the extension's own world of calm pages that show pictures which may move, when the first of them is seen. */
export default defineUnlistedScript({ globalName: false, main: providePictureStiller })
