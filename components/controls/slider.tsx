import { useId } from 'preact/hooks'

interface Props {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** The value in words: digits are not shown. */
  readonly words: string
  /** What a screen reader says for the value; the words where left out. */
  readonly spoken?: string
  readonly disabled?: boolean
  readonly describedBy?: string | undefined
  onInput(value: number): void
}

/** A value along a line. */
export function Slider({
  label,
  words,
  spoken = words,
  onInput,
  value,
  min,
  max,
  describedBy,
  ...rest
}: Props) {
  const id = useId()
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <span class="words" aria-hidden="true">
        {words}
      </span>
      <input
        id={id}
        type="range"
        {...rest}
        min={min}
        max={max}
        value={value}
        aria-valuetext={spoken}
        aria-describedby={describedBy}
        style={{ '--at': (value - min) / (max - min) }}
        onInput={event => onInput(event.currentTarget.valueAsNumber)}
      />
    </div>
  )
}
