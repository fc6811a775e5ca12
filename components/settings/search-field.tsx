import { tSettings } from '@/utils/i18n/settings'

interface Props {
  readonly looked: string
  /** The sections in which something was found. */
  readonly found: readonly string[]
  onLook(words: string): void
}

/** Looks for settings while the person types. Esc shows all of them again. */
export function SearchField({ looked, found, onLook }: Props) {
  return (
    <search>
      <label class="text">
        {tSettings('find')}
        <input
          type="search"
          autocomplete="off"
          value={looked}
          onInput={event => onLook(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Escape') onLook('')
          }}
        />
      </label>
      <p role="status">{looked.trim() !== '' && resultWords(found)}</p>
    </search>
  )
}

function resultWords(found: readonly string[]): string {
  return found.length > 0 ? tSettings('foundIn', found.join(', ')) : tSettings('foundNothing')
}
