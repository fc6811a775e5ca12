import { askPageLight, INVERSION } from '../page/page-light'
import { adoptSheet } from '../page/sheets'
import { isDark } from './darkness'

/** Turned round a second time, to be seen as they are; a frame sees to its own colours. */
const AS_THEY_ARE = 'img,video,canvas,embed,object,iframe,svg image,[style*="url("]:empty'
/** A picture that does not come shows its words, which are as they are too: light, on what has become dark. */
const WORDS_OF_PICTURES = 'img{color:#d6d2c8!important}'

/** Turns the page's light into dark as a whole, until `signal` aborts. */
export function invert(page: Document, signal: AbortSignal): void {
  const inverting = new AbortController()
  const end = () => inverting.abort()
  signal.addEventListener('abort', end)
  askPageLight(page, 'inverted')
  const turnedBack = `:is(${AS_THEY_ARE}){filter:${INVERSION}!important}`
  adoptSheet(page, `@media screen{${turnedBack}${WORDS_OF_PICTURES}}`, inverting.signal)
  const lookAgain = () => {
    // A page that scripts build may turn out to be dark by itself.
    if (inverting.signal.aborted || !isDark(page)) return
    end()
    askPageLight(page, 'own')
  }
  page.defaultView?.addEventListener('load', lookAgain, { once: true, signal: inverting.signal })
}
