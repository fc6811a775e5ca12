import { useState } from 'preact/hooks'
import { type DiaryEntry, ENERGIES, type EntryChange, hasWords, PAINS } from '@/utils/diary/entry'
import { energyInWords, painInWords } from '@/utils/diary/words'
import { tDiary } from '@/utils/i18n/diary'
import { Checkbox } from '../controls/checkbox'
import { Choice } from '../controls/choice'
import { WinFields } from './win-fields'

interface Props {
  readonly entry: DiaryEntry
  readonly earlierWins: readonly string[]
  onChange(change: (entry: DiaryEntry) => EntryChange): void
}

const OPEN = 'open'

/** What is written about a day, to read; and behind that, to change. */
export function Written({ entry, earlierWins, onChange }: Props) {
  const { energy, pain, wins, bad } = entry
  const [win, setWin] = useState('')
  return (
    <>
      {hasWords({ ...entry, bad: false }) ? (
        <dl class="written">
          {energy && <Line name={tDiary('energy')} words={[energyInWords(energy)]} />}
          {pain && <Line name={tDiary('pain')} words={[painInWords(pain)]} />}
          {wins.length > 0 && <Line name={tDiary('wins')} words={wins} />}
        </dl>
      ) : (
        <p class="aside">{tDiary('nothingNoted')}</p>
      )}
      <details>
        <summary>{tDiary('changeOrAdd')}</summary>
        <Choice
          label={tDiary('energy')}
          choices={[
            ...ENERGIES.map(energy => [energy, energyInWords(energy)] as const),
            [OPEN, tDiary('leftOpen')],
          ]}
          chosen={energy ?? OPEN}
          onChange={chosen => onChange(() => ({ energy: chosen === OPEN ? null : chosen }))}
        />
        <Choice
          label={tDiary('pain')}
          choices={[...PAINS.map(pain => [pain, painInWords(pain)] as const), [OPEN, tDiary('leftOpen')]]}
          chosen={pain ?? OPEN}
          onChange={chosen => onChange(() => ({ pain: chosen === OPEN ? null : chosen }))}
        />
        <WinFields wins={wins} earlierWins={earlierWins} text={win} onType={setWin} onChange={onChange} />
      </details>
      <Checkbox label={tDiary('badDay')} checked={bad} onChange={bad => onChange(() => ({ bad }))} />
    </>
  )
}

function Line({ name, words }: { readonly name: string; readonly words: readonly string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      {words.map(word => (
        <dd key={word}>{word}</dd>
      ))}
    </div>
  )
}
