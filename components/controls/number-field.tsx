import { useState } from 'preact/hooks'

interface Props {
  readonly label: string
  /** Null for none. */
  readonly value: number | null
  readonly max: number
  /** May be left empty. */
  readonly optional?: boolean
  readonly disabled?: boolean
  readonly describedBy?: string | undefined
  onChange(value: number | null): void
}

/** A whole number from 1, taken in once it is finished: half a number typed asks for nothing yet. */
export function NumberField({ label, value, max, optional = false, disabled, describedBy, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null)

  const finish = (input: HTMLInputElement) => {
    const typed = input.value === '' ? null : input.valueAsNumber
    const usable = typed === null ? optional && !input.validity.badInput : input.validity.valid
    setDraft(null)
    if (usable && typed !== value) onChange(typed)
    else input.value = textOf(value)
  }

  return (
    <label class="number">
      {label}
      <input
        type="number"
        inputMode="numeric"
        min={1}
        max={max}
        step={1}
        required={!optional}
        disabled={disabled}
        aria-describedby={describedBy}
        value={draft ?? textOf(value)}
        onInput={event => setDraft(event.currentTarget.value)}
        onChange={event => finish(event.currentTarget)}
        onBlur={event => draft !== null && finish(event.currentTarget)}
      />
    </label>
  )
}

const textOf = (value: number | null) => (value === null ? '' : String(value))
