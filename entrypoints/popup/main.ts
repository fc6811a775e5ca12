import type { PopupWindow } from '@/utils/popup/own-window'

// What is drawn already is seen before anything more is loaded.
const { first } = globalThis as PopupWindow
await first?.painted
const { showPopup } = await import('./show')
await showPopup(first)
