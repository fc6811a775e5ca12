import { resolve } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type ChromiumWithLuwte, launchChromium } from '../harness/chromium'
import { type OpeningStage, removeBuild, testOpening, watchedBuild } from '../harness/opening'
import { type Site, startSite } from '../harness/site'

let site: Site
let build: string
let luwte: ChromiumWithLuwte
let stage: OpeningStage

beforeAll(async () => {
  build = await watchedBuild(resolve('.output/chrome-mv3-e2e'))
  ;[site, luwte] = await Promise.all([startSite(), launchChromium({ build })])
  const own = await luwte.openExtensionPage('options.html')
  const page = await luwte.newPage(site.onHost(site.page('<!doctype html><p>Words'), 'site-a.test'))
  const tabId = await luwte.tabId(page)
  stage = {
    own,
    tabId,
    stopBackground: luwte.stopWorker,
    openPopup: async address => {
      const popup = await luwte.openExtensionPage(address.replace(/^.*\/popup/, 'popup'))
      // The page comes to the front again: its popup is kept ready there.
      return {
        evaluate: popup.evaluate.bind(popup),
        close: () => popup.close().then(() => page.bringToFront()),
      }
    },
  }
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
  await removeBuild(build)
})

testOpening(() => stage)
