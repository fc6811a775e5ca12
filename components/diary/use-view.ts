import { useEffect, useState } from 'preact/hooks'

export const VIEWS = ['diary', 'days', 'summary'] as const
export type ViewName = (typeof VIEWS)[number]

/** The view that the page's address names after its `#`; the diary where it names none. */
export function useView(): ViewName {
  const [view, setView] = useState(named)
  useEffect(() => {
    const changed = () => setView(named)
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  return view
}

function named(): ViewName {
  return VIEWS.find(name => location.hash === `#${name}`) ?? 'diary'
}
