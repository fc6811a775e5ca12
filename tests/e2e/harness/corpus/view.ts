/** Small, so that a picture is quickly taken and compared; wide enough for two columns of text. */
export const VIEW = { width: 480, height: 320 }

/** Runs in a page: what of it moves outside its pixels, as text. */
export const UNSEEN = `JSON.stringify([
  document.title,
  Array.from(document.querySelectorAll('link[rel~=icon]'), link => link.href),
  Array.from(document.querySelectorAll('audio'), sound => sound.currentTime),
])`

/** Runs in a page: whether its light is dimmed. */
export const DIMMED = `getComputedStyle(document.documentElement).filter !== 'none'`
