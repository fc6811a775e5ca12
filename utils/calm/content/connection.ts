import { browser } from 'wxt/browser'
import type { Reply } from '@/utils/messages'
import type { FrameReport } from '../leftovers'
import type { CalmOptions } from '../options'
import { pageWorldOf } from '../page/page-world'
import { onPartWanted } from '../page/parts'
import { readPicturesWith } from '../page/picture-reader'
import { onReopened } from '../page/reopened'
import type { CalmPage } from './calm-page'
import { isStranger, strangersIn } from './frames'

/** What the background tells the frames of a tab. The top one answers `true`: silence means that it has no calm page. */
export interface ShowMessage {
  readonly name: 'calm.show'
  readonly options: CalmOptions | null
  readonly gently: boolean
}

/** The background asks a frame what it could not calm; it answers with a `FrameReport`. */
export interface LeftoversMessage {
  readonly name: 'calm.leftovers'
}

/** Lets the background lead a frame's calm page, and lets go of the page when Luwte itself has gone. */
export function connect(calm: CalmPage): void {
  browser.runtime.onMessage.addListener((message: ShowMessage | LeftoversMessage, sender, reply) => {
    if (sender.id !== browser.runtime.id) return
    if (message.name === 'calm.show') {
      calm.show(message.options, message.gently)
      if (window === window.top) reply(true)
    }
    if (message.name === 'calm.leftovers') reply(reportOf(calm))
  })
  const askAgain = ({ persisted }: PageTransitionEvent) => {
    if (persisted) void ask(calm)
  }
  // An update or removal of the extension leaves this script behind without a word: it looks when the person is back.
  const leaveIfOrphan = () => {
    if (!browser.runtime?.id) calm.show(null, false)
  }
  const listen = () => {
    addEventListener('pageshow', askAgain)
    document.addEventListener('visibilitychange', leaveIfOrphan)
    addEventListener('focus', leaveIfOrphan)
  }
  listen()
  onReopened(document, listen)
}

/** Has the page's own world entered where it was not from the start. */
export function summonPageWorld(page: Document): void {
  pageWorldOf(page).summon = async () => {
    const reply: Reply<string | null> | null = await browser.runtime
      .sendMessage({ name: 'calm.pageWorld', payload: {} })
      .catch(() => null)
    return reply?.ok ? reply.value : null
  }
}

/** Has parts of calm mode brought that were not there from the page's start. */
export function summonParts(): void {
  onPartWanted(part => {
    void browser.runtime.sendMessage({ name: 'calm.part', payload: { part } }).catch(() => undefined)
  })
}

/** Has the background read the pictures of a page. */
export function connectPictures(page: Document): void {
  readPicturesWith(page, async question => {
    const reply = await browser.runtime
      .sendMessage({ name: 'calm.pictures', payload: question })
      .catch(() => null)
    return reply?.ok ? reply.value : null
  })
}

/** Asks the background what this frame's page shows, and shows it. */
export async function ask(calm: CalmPage): Promise<void> {
  const reply = await browser.runtime.sendMessage({ name: 'calm.frame', payload: {} }).catch(() => null)
  if (reply?.ok) calm.show(reply.value, false)
}

function reportOf(calm: CalmPage): FrameReport {
  return { left: calm.leftovers(), strangers: strangersIn(document), isStranger: isStranger(window) }
}
