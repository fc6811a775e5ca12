import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Props {
  readonly label: string
  readonly children: ComponentChildren
}

/** What is chosen less often, folded away. It is made once the page is painted, so that nobody waits for it. */
export function Fold({ label, children }: Props) {
  const [painted, setPainted] = useState(false)
  useEffect(() => setPainted(true), [])
  return (
    <details>
      <summary>{label}</summary>
      {painted && children}
    </details>
  )
}
