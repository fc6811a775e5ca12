import { expect, it } from 'vitest'
import { RunningEffects } from '@/utils/calm/content/running-effects'
import type { Effect } from '@/utils/calm/effects/effect'
import { NEUTRAL_OPTIONS } from '@/utils/calm/options'

/** An effect that writes down when it begins and ends. */
function noted(id: 'scripts' | 'video') {
  const log: string[] = []
  const effect: Effect = {
    id,
    options: [id],
    movesLayout: false,
    apply(_, options, signal) {
      log.push(`begins ${options[id]}`)
      signal.addEventListener('abort', () => log.push(`ends ${options[id]}`))
    },
  }
  return { effect, log }
}

it('changes without a gap, and begins anew from nothing', () => {
  const scripts = noted('scripts')
  const video = noted('video')
  const running = new RunningEffects({} as Document, [scripts.effect, video.effect])
  running.apply({ ...NEUTRAL_OPTIONS, scripts: 1 })
  running.renew()
  expect(scripts.log).toEqual(['begins 1', 'ends 1', 'begins 1'])
  expect(video.log).toEqual([])
  running.apply(NEUTRAL_OPTIONS)
  running.renew()
  expect(scripts.log).toEqual(['begins 1', 'ends 1', 'begins 1', 'ends 1'])
})
