import type { PopupWindow } from '@/utils/popup/own-window'

const { first, giveUp } = globalThis as PopupWindow
try {
  // What is drawn already is seen before anything more is loaded.
  await first?.painted
  const { showPopup } = await import('./show')
  await showPopup(first)
} catch (error) {
  giveUp?.()
  throw error
}
