import { t } from '@/utils/i18n'
import type { BlockSettings } from '@/utils/pacing/settings'
import { BLOCKS_TO_LONG_REST, MINUTE_MS } from '@/utils/pacing/timing'

/** One round as it will be: blocks as filled shapes, rests as open ones, each as wide as it is long. */
export function PacingSample({ block }: { readonly block: BlockSettings }) {
  const { blockMs, restMs, longRestMs } = block
  const rounds = Array.from({ length: BLOCKS_TO_LONG_REST }, (_, i) => i + 1)
  const minutes = (ms: number) => String(ms / MINUTE_MS)
  return (
    <>
      <div class="round" aria-hidden="true">
        {rounds.map(round => (
          <>
            <div key={`block ${round}`} class="block" style={{ flexGrow: blockMs / MINUTE_MS }} />
            <div
              key={`rest ${round}`}
              style={{ flexGrow: (round === BLOCKS_TO_LONG_REST ? longRestMs : restMs) / MINUTE_MS }}
            />
          </>
        ))}
      </div>
      <p>{t('sayPlan', minutes(blockMs), minutes(restMs))}</p>
    </>
  )
}
