import { browser } from 'wxt/browser'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import type { PageMessage, SurfaceMessage, WatchMessage } from '@/utils/nudges/messages'
import { createNudgePage } from '@/utils/nudges/page/nudge-page'

/** Runs in the extension's own world of a page; a second run in the same frame leaves it to the first. */
interface NudgeWorld {
  nudgeRuns?: boolean
}

export default defineUnlistedScript({
  globalName: false,
  main() {
    const world = globalThis as NudgeWorld
    if (world.nudgeRuns) return
    world.nudgeRuns = true
    const tell = async (message: PageMessage) => {
      // After an update or removal of the extension nobody listens any more.
      if (!browser.runtime?.id) return null
      const reply = await browser.runtime.sendMessage(message).catch(() => null)
      return typeof reply?.value === 'string' ? reply.value : null
    }
    const nudges = createNudgePage(document, tell)
    browser.runtime.onMessage.addListener((message: SurfaceMessage | WatchMessage, _sender, reply) => {
      if (message.name === 'pacing.watch') nudges.watch(message)
      if (message.name !== 'pacing.surface') return
      const shows = nudges.show(message)
      if (window === window.top) reply(shows)
    })
  },
})
