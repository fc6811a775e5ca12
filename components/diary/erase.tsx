import { useId, useState } from 'preact/hooks'
import { tDiary } from '@/utils/i18n/diary'
import { Action } from '../controls/action'

/** Things to erase, under one heading. */
export interface ErasableGroup {
  /** Null for what belongs to no group. */
  readonly heading: string | null
  readonly things: readonly (readonly [value: string, label: string])[]
}

interface Props {
  readonly groups: readonly ErasableGroup[]
  onErase(value: string): Promise<boolean>
}

const NOTHING = ''

/** Chooses what, and then erases it: nothing is erased by one slip of the hand, and nothing is asked twice. */
export function Erase({ groups, onErase }: Props) {
  const [chosen, choose] = useState(NOTHING)
  const [erased, setErased] = useState(false)
  const hint = useId()
  const erase = async () => {
    setErased(await onErase(chosen))
    choose(NOTHING)
  }
  return (
    <div class="erase">
      <label>
        {tDiary('whatToErase')}
        <select
          value={chosen}
          aria-describedby={hint}
          onChange={event => {
            choose(event.currentTarget.value)
            setErased(false)
          }}
        >
          <option value={NOTHING}>{tDiary('choose')}</option>
          {groups
            .filter(({ things }) => things.length > 0)
            .map(({ heading, things }) => {
              const options = things.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))
              return heading === null ? (
                options
              ) : (
                <optgroup key={heading} label={heading}>
                  {options}
                </optgroup>
              )
            })}
        </select>
      </label>
      <p id={hint} class="aside">
        {tDiary('eraseHint')}
      </p>
      <Action label={tDiary('erase')} usable={chosen !== NOTHING} onPress={() => void erase()} />
      <p role="status">{erased && tDiary('erased')}</p>
    </div>
  )
}
