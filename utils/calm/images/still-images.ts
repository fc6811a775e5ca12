import type { PartsWorld, PictureTools } from '../page/parts'
import type { Root } from '../page/roots'
import { asOwn } from '../tone/as-own'
import { ElementHolds } from './element-holds'
import { KnownPictures } from './known-pictures'
import { playOnRequest } from './on-request'
import { paintsCanvas } from './painted'
import { isPicture, PICTURES, type PictureElement, withoutPart } from './picture-element'
import { allCame, cameFrom, shownSoon } from './snapshot'
import { watchLoaded } from './style-addresses'
import { StylePictures } from './style-pictures'
import { StyledHolds } from './styled-holds'
import { inlineIn, writtenIn } from './written-addresses'

/** Puts what holds pictures where calm mode finds it. */
export function providePictureStiller(): void {
  const world = globalThis as PartsWorld
  world.calmParts = { ...world.calmParts, pictures: stillPictures }
  world.calmPartCame?.()
}

/** Holds pictures that move at their first frames, now and later, until `signal` aborts. */
function stillPictures(page: Document, tools: PictureTools, signal: AbortSignal): void {
  const known = new KnownPictures(page, tools.pictureReaderOf(page), () => learned(), signal)
  const elements = new ElementHolds(known)
  const ready = new StylePictures(page, known, signal)
  const styled = new StyledHolds(ready, hold => asked.plays(hold))
  const inStyles = new Set<string>()
  const inlined = new Set<string>()
  const seen = new WeakSet<CSSStyleSheet>()
  let stylesMove = false

  const prepare = async (url: string) => {
    if (!(await ready.prepare(url)) || signal.aborted) return
    stylesMove = true
    lookAgain()
  }
  const inStyle = (url: string) => {
    const address = withoutPart(url)
    if (inStyles.has(address)) return
    inStyles.add(address)
    void prepare(address)
  }
  const inline = async (url: string) => {
    const address = withoutPart(url)
    if (inlined.has(address)) return
    inlined.add(address)
    // What is not shown yet cannot be read yet.
    if (!address.startsWith('data:')) await shownSoon(page, address)
    if (!signal.aborted) inStyle(address)
  }
  const lookAt = (root: Root) => {
    for (const picture of root.querySelectorAll<PictureElement>(PICTURES)) elements.look(picture)
    requestIdleCallback(() => {
      if (!signal.aborted) for (const url of writtenIn(root, seen)) void inline(url)
    })
  }
  const learned = () => {
    for (const root of tools.knownRoots(page)) lookAt(root)
    for (const url of known.moving()) if (!elements.show(url)) inStyle(url)
    for (const url of inStyles) void prepare(url)
  }
  const found = (root: Root) => {
    const loaded = ({ target }: Event) => {
      if (isPicture(target)) elements.loaded(target)
      else lookAt(root)
    }
    root.addEventListener('load', loaded, { capture: true, signal })
  }
  const look = (roots: ReadonlySet<Root>, grown: ReadonlySet<Root>) => {
    for (const root of grown) lookAt(root)
    for (const root of roots) for (const url of inlineIn(root)) void inline(url)
    const lookAtStyles = () => {
      for (const root of roots) styled.look(root)
    }
    if (stylesMove) asOwn(page, lookAtStyles)
    return false
  }

  tools.watchRoots(page, { found }, signal)
  const lookAgain = tools.lookBeforePaint(page, { look, input() {} }, signal)
  const came = (url: string, byStyle: boolean) => {
    cameFrom(page, url)
    if (byStyle) inStyle(url)
  }
  watchLoaded(came, signal)
  const asked = playOnRequest(page, () => [...elements.players(), ...styled.players()], signal)
  const learnAll = () => {
    allCame(page)
    // What styles made the page load is told by reading it alone.
    if (!paintsCanvas(page)) known.learnAll()
  }
  if (page.readyState === 'complete') learnAll()
  else page.defaultView?.addEventListener('load', learnAll, { signal })
  signal.addEventListener('abort', () => {
    elements.release()
    styled.release()
  })
}
