interface Props {
  readonly label: string
  /** Minutes after midnight, 0-1439; null for none. */
  readonly value: number | null
  /** May be left empty. */
  readonly optional?: boolean
  readonly describedBy?: string | undefined
  onChange(value: number | null): void
}

/** A time of day, written as the person's browser writes it. */
export function TimeField({ label, value, optional = false, describedBy, onChange }: Props) {
  const take = (input: HTMLInputElement) => {
    const minutes = minutesIn(input.value)
    // Half a time typed is empty too, but is not meant so.
    if (minutes !== null || (optional && !input.validity.badInput)) onChange(minutes)
    else input.value = textOf(value)
  }
  return (
    <label class="number">
      {label}
      <input
        type="time"
        required={!optional}
        aria-describedby={describedBy}
        value={textOf(value)}
        onChange={event => take(event.currentTarget)}
      />
    </label>
  )
}

function minutesIn(text: string): number | null {
  const [hours, minutes] = text.split(':').map(Number)
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes
}

function textOf(minutes: number | null): string {
  if (minutes === null) return ''
  return [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')
}
