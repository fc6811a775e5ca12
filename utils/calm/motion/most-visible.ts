/** Moments of a cycle, as shares of it: enough to meet each of some twenty slides. */
export const CYCLE_SHARES: readonly number[] = Array.from({ length: 24 }, (_, step) => step / 24)

/** More members than this say nothing new about when their group is visible. */
const MEMBERS = 16

/** A hair more is rounding, not more to see. */
const ROUNDING = 1.001

/**
 * Looks for the moment at which most of a group is to be seen.
 * @param areas what each member shows at the moment it is asked
 * @param goTo brings the group to a moment, as a share of its way
 * @param shares the moments to try
 * @param favour how many times as much another moment has to show to be taken instead of the first one
 * @returns the best of `shares`; the first of equals
 */
export function mostVisible(
  areas: readonly (() => number)[],
  goTo: (share: number) => void,
  shares: readonly number[],
  favour = ROUNDING,
): number {
  const asked = areas.slice(0, MEMBERS)
  let [best = 0] = shares
  let most = 0
  let least = 0
  for (const share of shares) {
    goTo(share)
    const area = asked.reduce((sum, areaNow) => sum + areaNow(), 0)
    if (share === shares[0]) least = area * favour
    else if (area <= Math.max(least, most * ROUNDING)) continue
    best = share
    most = area
  }
  return best
}
