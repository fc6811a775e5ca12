import { useEffect, useState } from 'preact/hooks'
import { DEFAULT_LEVEL, LEVEL_DEFAULTS } from '@/utils/calm/levels'
import type { CalmOptions, OptionId } from '@/utils/calm/options'
import type { CalmPageState } from '@/utils/calm/page-state'
import { askState } from '@/utils/messaging/first-questions'
import { DEFAULT_PACING_SETTINGS } from '@/utils/pacing/settings'
import { MINUTE_MS } from '@/utils/pacing/timing'
import { isOfSite } from '@/utils/reader/address'
import type { LivePage } from '@/utils/reader/live-page'
import { useCalm } from '../use-calm'

/** What holds around the article: calm mode on its site, and how long a block of energy is. */
export interface Surroundings {
  readonly options: CalmOptions
  /** Null where calm mode's state is not known. */
  readonly calm: CalmPageState | null
  readonly blockMinutes: number
  adjust(option: OptionId, value: number): void
}

/** @returns null until it is known, so that nothing is laid out twice. */
export function useSurroundings(page: LivePage | null): Surroundings | null {
  const { state, failed, actions } = useCalm(page?.tabId ?? -1)
  const [blockMinutes, setBlockMinutes] = useState<number | null>(null)
  const [calm, setCalm] = useState<CalmPageState | null>(null)
  const tabId = page?.tabId

  useEffect(() => {
    if (tabId === undefined) return
    askState('pacing.state', tabId).then(
      ({ blockMinutes }) => setBlockMinutes(blockMinutes),
      () => setBlockMinutes(DEFAULT_PACING_SETTINGS.block.blockMs / MINUTE_MS),
    )
  }, [tabId])

  // The tab may have gone on to another site: the article's looks stay those of its own.
  const isOwn = state !== null && page !== null && isOfSite(page.url, state.site)
  useEffect(() => {
    if (isOwn) setCalm(state)
  }, [isOwn, state])

  const known = isOwn ? state : calm
  if (blockMinutes === null || !(known || failed)) return null
  const options = known?.options ?? LEVEL_DEFAULTS[DEFAULT_LEVEL]
  return { options, calm: known, blockMinutes, adjust: actions.adjust }
}
