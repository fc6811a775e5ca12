import { useEffect, useRef, useState } from 'preact/hooks'
import { type DiaryEntry, ENERGIES, type EntryChange, PAINS, withWin } from '@/utils/diary/entry'
import { energyInWords, painInWords } from '@/utils/diary/words'
import { type DiaryKey, tDiary } from '@/utils/i18n/diary'
import { WinFields } from './win-fields'

interface Props {
  readonly entry: DiaryEntry
  readonly earlierWins: readonly string[]
  onChange(change: (entry: DiaryEntry) => EntryChange): void
  onDone(): void
}

/** Three questions, one at a time, each answered or skipped by one tap. */
export function Questions({ entry, earlierWins, onChange, onDone }: Props) {
  const [step, setStep] = useState(0)
  const [win, setWin] = useState('')
  const answer = (change: EntryChange) => {
    onChange(() => change)
    setStep(step + 1)
  }
  const skip = () => setStep(step + 1)
  const finish = () => {
    // What was typed is kept, also by who did not press Add.
    onChange(entry => withWin(entry, win))
    onDone()
  }
  if (step === 0) {
    return (
      <Question key="energy" asked="askEnergy" onSkip={skip} first>
        {ENERGIES.map(energy => (
          <button key={energy} type="button" onClick={() => answer({ energy })}>
            {energyInWords(energy)}
          </button>
        ))}
      </Question>
    )
  }
  if (step === 1) {
    return (
      <Question key="pain" asked="askPain" onSkip={skip}>
        {PAINS.map(pain => (
          <button key={pain} type="button" onClick={() => answer({ pain })}>
            {painInWords(pain)}
          </button>
        ))}
      </Question>
    )
  }
  return (
    <div class="question">
      <Asked asked="askWin" takesFocus />
      <p class="aside">{tDiary('askWinHint')}</p>
      <WinFields wins={entry.wins} earlierWins={earlierWins} text={win} onType={setWin} onChange={onChange} />
      <button type="button" onClick={finish}>
        {tDiary('done')}
      </button>
    </div>
  )
}

interface QuestionProps {
  readonly asked: DiaryKey
  /** Nobody has answered anything yet, so the focus is theirs. */
  readonly first?: boolean
  readonly children: preact.ComponentChildren
  onSkip(): void
}

function Question({ asked, first = false, children, onSkip }: QuestionProps) {
  return (
    <div class="question">
      <Asked asked={asked} takesFocus={!first} />
      <div class="answers">{children}</div>
      <button type="button" onClick={onSkip}>
        {tDiary('skip')}
      </button>
    </div>
  )
}

/** The answer to one question leads to the next; the button that was pressed is gone, so the focus goes along. */
function Asked({ asked, takesFocus }: { readonly asked: DiaryKey; readonly takesFocus: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <h3 ref={heading} tabIndex={-1}>
      {tDiary(asked)}
    </h3>
  )
}
