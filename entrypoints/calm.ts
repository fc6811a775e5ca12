import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { type CalmPage, createCalmPage } from '@/utils/calm/content/calm-page'
import { ask, connect, connectPictures, summonPageWorld, summonParts } from '@/utils/calm/content/connection'
import { followsTop } from '@/utils/calm/content/frames'
import { type CalmOptions, entersPageWorld, NEUTRAL_OPTIONS } from '@/utils/calm/options'
import { pageWorldOf } from '@/utils/calm/page/page-world'
import type { ValuesWorld } from '@/utils/calm/value-files'

/** Runs in the extension's own world of a page; a second run in the same frame takes up the first one's page. */
interface CalmWorld extends ValuesWorld {
  calmPage?: CalmPage
}

export default defineUnlistedScript({
  globalName: false,
  main() {
    const world = globalThis as CalmWorld
    const options: CalmOptions = { ...NEUTRAL_OPTIONS, ...world.calmValues }
    const known = world.calmPage
    const calm = known ?? createCalmPage(document)
    world.calmPage = calm
    if (!known) {
      connect(calm)
      summonPageWorld(document)
      summonParts()
      connectPictures(document)
      // Before the page's first script, whatever the frame is to show: later the page could listen in.
      if (entersPageWorld(options)) pageWorldOf(document).expect()
    }
    if (followsTop(window)) void ask(calm)
    else calm.show(options, document.readyState !== 'loading')
  },
})
