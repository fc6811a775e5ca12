/** Hosts whose pages are calls. A host counts with everything below it. */
const CALL_SITES = [
  'app.zoom.us',
  'meet.google.com',
  'meet.jit.si',
  'teams.live.com',
  'teams.microsoft.com',
  'webex.com',
  'whereby.com',
]

export function isCall(host: string): boolean {
  return CALL_SITES.some(site => host === site || host.endsWith(`.${site}`))
}
