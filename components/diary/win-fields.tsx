import { type DiaryEntry, type EntryChange, MAX_WIN_LENGTH, MAX_WINS, withWin } from '@/utils/diary/entry'
import { tDiary } from '@/utils/i18n/diary'
import { Action } from '../controls/action'

interface Props {
  readonly wins: readonly string[]
  readonly earlierWins: readonly string[]
  /** What is being typed. */
  readonly text: string
  onType(text: string): void
  onChange(change: (entry: DiaryEntry) => EntryChange): void
}

/** Small wins in one's own words: written, or one of earlier days by one tap; a few at most. */
export function WinFields({ wins, earlierWins, text, onType, onChange }: Props) {
  const room = wins.length < MAX_WINS
  const add = (win: string) => onChange(entry => withWin(entry, win))
  return (
    <>
      {wins.length > 0 && (
        <ul class="wins" aria-label={tDiary('wins')}>
          {wins.map(win => (
            <li key={win}>
              {win}
              <button
                type="button"
                aria-label={tDiary('removeWin', win)}
                onClick={() => onChange(({ wins }) => ({ wins: wins.filter(other => other !== win) }))}
              >
                {tDiary('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {room && (
        <form
          class="win"
          onSubmit={event => {
            event.preventDefault()
            add(text)
            onType('')
          }}
        >
          <label>
            {tDiary('win')}
            <input
              type="text"
              maxLength={MAX_WIN_LENGTH}
              value={text}
              onInput={event => onType(event.currentTarget.value)}
            />
          </label>
          <button type="submit">{tDiary('addWin')}</button>
        </form>
      )}
      {room && earlierWins.length > 0 && (
        <div class="actions">
          {earlierWins.map(win => (
            <Action key={win} label={tDiary('addWinAgain', win)} usable onPress={() => add(win)} />
          ))}
        </div>
      )}
    </>
  )
}
