interface Props {
  readonly label: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly describedBy?: string | undefined
  onChange(checked: boolean): void
}

export function Checkbox({ label, checked, disabled = false, describedBy, onChange }: Props) {
  return (
    <label class="checkbox">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  )
}
