import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { stillScripts } from '@/utils/calm/page-world/still-scripts'

/**
 * Runs in the page's own world, where scripts can be held. It has nothing of the extension's, and leaves no name. Its
 * value goes to the background: the word by which the extension's side can meet it unheard.
 */
export default defineUnlistedScript({
  globalName: false,
  main() {
    return stillScripts(window)
  },
})
