import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import type { LeftoversMessage } from '../content/connection'
import { type FrameReport, LEFTOVERS, type Leftover, leftOnPage } from '../leftovers'

/** An answer comes from a script that runs in somebody else's page. */
const reportSchema = z.object({
  left: z.array(z.enum(LEFTOVERS)),
  strangers: z.int().check(z.gte(0)),
  isStranger: z.boolean(),
}) satisfies z.ZodMiniType<FrameReport>

const QUESTION: LeftoversMessage = { name: 'calm.leftovers' }

/** Asks every frame of a calm page what it could not calm. */
export async function leftoversIn(tabId: number): Promise<Leftover[]> {
  const frames = (await browser.webNavigation.getAllFrames({ tabId })) ?? []
  const answers = await Promise.all(frames.map(({ frameId }) => answerOf(tabId, frameId)))
  const failed = frames.filter(({ errorOccurred }) => errorOccurred).length
  return leftOnPage(
    answers.filter(answer => answer !== null),
    failed,
  )
}

/** @returns null where no script answers. */
async function answerOf(tabId: number, frameId: number): Promise<FrameReport | null> {
  const answer: unknown = await browser.tabs.sendMessage(tabId, QUESTION, { frameId }).catch(() => null)
  const parsed = reportSchema.safeParse(answer)
  return parsed.success ? parsed.data : null
}
