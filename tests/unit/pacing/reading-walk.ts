import { totalOf } from '@/utils/pacing/totals'
import { Driver, MINUTE, settingsWith } from './driver'

/** What was counted today, in all or of a site. */
export const used = ({ state }: Driver, site?: string) => totalOf(state.ledger.totals, state.today.key, site)

/** How much of the block under way was used. */
export const activeMs = ({ state }: Driver) => ('activeMs' in state.cycle ? state.cycle.activeMs : null)

/** At the end of a block, with the nudge in view. */
export const atNudge = (settings = settingsWith({})) =>
  new Driver(settings)
    .sitDown()
    .send({ type: 'start' })
    .wait(15 * MINUTE)
