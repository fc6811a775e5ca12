import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import type { SurfaceView } from './surface-view'

/** What is shown, and where: kept for as long as the browser runs, because the background may end at any moment. */
export const SURFACE = 'surface'

const line = z.string()
const storedSchema = z.object({
  view: z.nullable(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['forewarning', 'notice', 'nudge', 'limit']), line }),
      z.object({
        kind: z.literal('rest'),
        idea: z.nullable(line),
        kindLine: z.nullable(line),
        breathing: z.boolean(),
        done: z.nullable(line),
      }),
    ]),
  ),
  tabs: z.array(z.number()),
})

export interface StoredSurface {
  readonly view: SurfaceView | null
  /** The tabs it was brought to. */
  readonly tabs: readonly number[]
}

export async function readSurface(): Promise<StoredSurface> {
  const { [SURFACE]: found } = await browser.storage.session.get(SURFACE)
  return z.catch(storedSchema, { view: null, tabs: [] }).parse(found)
}

export async function writeSurface(surface: StoredSurface): Promise<void> {
  await browser.storage.session.set({ [SURFACE]: surface })
}
