import { useId } from 'preact/hooks'

interface Props<Value extends string> {
  readonly label: string
  readonly choices: readonly (readonly [value: Value, label: string])[]
  /** Null for none of them. */
  readonly chosen: Value | null
  readonly disabled?: boolean
  readonly describedBy?: string | undefined
  onChange(value: Value): void
}

/** One of a few. */
export function Choice<Value extends string>({
  label,
  choices,
  chosen,
  disabled = false,
  describedBy,
  onChange,
}: Props<Value>) {
  const id = useId()
  return (
    <div class="choice" role="radiogroup" aria-labelledby={id} aria-describedby={describedBy}>
      <span id={id} class="choice-name">
        {label}
      </span>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={id}
            value={value}
            checked={value === chosen}
            disabled={disabled}
            onChange={() => onChange(value)}
          />
          {label}
        </label>
      ))}
    </div>
  )
}
