import { useId } from 'preact/hooks'

interface Props {
  readonly label: string
  /** What the switch is about, said after its name. */
  readonly about: string
  readonly on: boolean
  readonly disabled?: boolean
  onChange(on: boolean): void
}

/** One thing, on or off at once. */
export function Switch({ label, about, on, disabled = false, onChange }: Props) {
  const id = useId()
  return (
    <div class="row switch">
      <label for={id}>{label}</label>
      <p id={`${id}-about`} class="about">
        {about}
      </p>
      <input
        id={id}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says itself whether it is checked.
        role="switch"
        aria-describedby={`${id}-about`}
        checked={on}
        disabled={disabled}
        onChange={event => onChange(event.currentTarget.checked)}
      />
    </div>
  )
}
