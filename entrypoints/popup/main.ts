import type { PopupWindow } from '@/utils/popup/own-window'

const { first, giveUp } = globalThis as PopupWindow
try {
  const { showPopup } = await import('./show')
  await showPopup(first)
} catch (error) {
  giveUp?.()
  throw error
}
