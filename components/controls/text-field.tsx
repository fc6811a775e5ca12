interface Props {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  /** May be left empty. */
  readonly optional?: boolean
  readonly describedBy?: string | undefined
  onChange(value: string): void
}

/** A line of a person's own words, taken in once it is finished. */
export function TextField({ label, value, maxLength, optional = false, describedBy, onChange }: Props) {
  const take = (input: HTMLInputElement) => {
    const words = input.value.trim()
    if (words || optional) onChange(words)
    else input.value = value
  }
  return (
    <label class="text">
      {label}
      <input
        type="text"
        autocomplete="off"
        maxLength={maxLength}
        aria-describedby={describedBy}
        value={value}
        onChange={event => take(event.currentTarget)}
      />
    </label>
  )
}
