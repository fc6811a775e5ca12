import { useState } from 'preact/hooks'

interface Props {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  /** May be left empty. */
  readonly optional?: boolean
  readonly describedBy?: string | undefined
  onChange(value: string): void
}

/** A line of a person's own words, taken in once it is finished. What is being typed outlives a change around it. */
export function TextField({ label, value, maxLength, optional = false, describedBy, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const take = (typed: string) => {
    const words = typed.trim()
    setDraft(null)
    if (words || optional) onChange(words)
  }
  return (
    <label class="text">
      {label}
      <input
        type="text"
        autocomplete="off"
        maxLength={maxLength}
        aria-describedby={describedBy}
        value={draft ?? value}
        onInput={event => setDraft(event.currentTarget.value)}
        onChange={event => take(event.currentTarget.value)}
      />
    </label>
  )
}
