import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { failedMarkup, firstMarkup } from '@/components/first-drawing'
import { localise } from '@/utils/i18n'
import { askFirstQuestions } from '@/utils/messaging/first-questions'
import { viewIn } from '@/utils/popup/first-view'
import { holdPresses } from '@/utils/popup/held-presses'
import type { PopupWindow } from '@/utils/popup/own-window'
import { painted } from '@/utils/popup/painted'

/** Draws the popup, ahead of its own code: from what its address says, where it can. Otherwise it asks. */
export default defineUnlistedScript({
  globalName: false,
  main() {
    const here = globalThis as PopupWindow
    here.giveUp = giveUp
    const code = document.currentScript?.dataset.then
    const isDrawn = drawFirst(here)
    if (!isDrawn) askFirstQuestions()
    if (!code) return
    // What is drawn already is seen before anything more is loaded.
    if (isDrawn) void painted().then(() => load(code))
    else load(code)
  },
})

/** @returns whether there was anything to draw. */
function drawFirst(here: PopupWindow): boolean {
  const view = viewIn(location, Date.now())
  // Browsers ask for access within a press alone, and one that was kept is none.
  if (!view || view.calm.obstacle === 'noAccess') return false
  try {
    document.documentElement.dataset.scheme = view.scheme
    localise(document)
    document.body.innerHTML = firstMarkup(view)
  } catch {
    return false
  }
  here.first = { view, giveBack: holdPresses(document) }
  return true
}

/** Brings the popup's own code, which the built page names to this script alone. */
function load(code: string): void {
  const script = document.createElement('script')
  script.type = 'module'
  script.src = code
  script.onerror = giveUp
  document.head.append(script)
}

function giveUp(): void {
  document.body.innerHTML = failedMarkup()
  // Ahead of what holds presses: this one is for nobody else.
  addEventListener('click', ({ target }) => target instanceof HTMLButtonElement && location.reload(), true)
}
