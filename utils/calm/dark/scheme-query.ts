const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi

/** @returns the query with each question for a colour scheme answered as if dark were preferred. */
export function asIfDark(query: string): string {
  return query.replace(SCHEME, (_, scheme: string) =>
    scheme.toLowerCase() === 'dark' ? '(min-width: 0px)' : '(max-width: 0px)',
  )
}
