import { browser } from 'wxt/browser'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { pickPart } from '@/utils/reader/page/pick'
import type { PickWords } from '@/utils/reader/page/pick-words'

/** Runs in the extension's own world of a page, when the person wants to pick a part of it. */
interface PickWorld {
  /** Told beforehand. */
  words?: PickWords
  picking?: boolean
}

export default defineUnlistedScript({
  globalName: false,
  main() {
    const world = globalThis as PickWorld
    if (!world.words || world.picking) return
    world.picking = true
    pickPart(document, world.words, part => {
      world.picking = false
      void browser.runtime.sendMessage({ name: 'reader.picked', payload: { part } }).catch(() => undefined)
    })
  },
})
