interface Props {
  readonly label: string
  /** Is of use now. Otherwise the button stays where it is and keeps the focus, but does nothing. */
  readonly usable: boolean
  /** For a button that stays down. */
  readonly pressed?: boolean
  onPress(): void
}

/** A button that never leaves its place. */
export function Action({ label, usable, pressed, onPress }: Props) {
  return (
    <button type="button" aria-disabled={!usable} aria-pressed={pressed} onClick={() => usable && onPress()}>
      {label}
    </button>
  )
}
