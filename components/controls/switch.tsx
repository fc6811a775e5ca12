import { useId } from 'preact/hooks'

interface Props {
  readonly label: string
  /** The id of what says what the switch is about; read after its name. */
  readonly describedBy: string
  readonly on: boolean
  readonly disabled?: boolean
  onChange(on: boolean): void
}

/** One thing, on or off at once. */
export function Switch({ label, describedBy, on, disabled = false, onChange }: Props) {
  const id = useId()
  return (
    <div class="switch">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says itself whether it is checked.
        role="switch"
        aria-describedby={describedBy}
        checked={on}
        disabled={disabled}
        onChange={event => onChange(event.currentTarget.checked)}
      />
    </div>
  )
}
