import type { RequestOf } from '@/utils/messages'
import { LEVEL_DEFAULTS, type Level } from './levels'
import { MOTION_OPTIONS, NEUTRAL_OPTIONS, type OptionId } from './options'
import type { CalmPageState } from './page-state'

/** The requests by which a person changes calm mode. */
export type CalmChange =
  | 'calm.switch'
  | 'calm.where'
  | 'calm.level'
  | 'calm.adjust'
  | 'calm.letMove'
  | 'calm.ownSettings'
  | 'calm.setApart'

type Payload<N extends CalmChange> = Omit<RequestOf<N>, 'tabId'>

/** What a page's state will most likely be after a change. Only what the changed control itself shows is foretold. */
export const ahead: {
  readonly [N in CalmChange]: (state: CalmPageState, payload: Payload<N>) => CalmPageState
} = {
  'calm.switch': (state, { on }) => ({ ...state, on, level: on ? state.lastLevel : 0 }),
  'calm.where': (state, { where }) => ({ ...state, where }),
  'calm.level': (state, { level }) => withLevel(state, level),
  'calm.adjust': (state, { option, value }) => withOption(state, option, value),
  'calm.letMove': (state, { moves }) => {
    const wanted = moves ? NEUTRAL_OPTIONS : LEVEL_DEFAULTS[state.lastLevel]
    return MOTION_OPTIONS.reduce((now, id) => withOption(now, id, wanted[id]), state)
  },
  'calm.ownSettings': (state, { own }) => ({ ...state, ownSettings: own }),
  'calm.setApart': (state, { apart }) => ({ ...state, setApart: apart }),
}

function withLevel(state: CalmPageState, level: Level): CalmPageState {
  return { ...state, level, on: level > 0, lastLevel: level === 0 ? state.lastLevel : level }
}

function withOption(state: CalmPageState, option: OptionId, value: number | null): CalmPageState {
  const standard = LEVEL_DEFAULTS[state.lastLevel][option]
  const { [option]: _, ...others } = state.adjustments
  const wanted = value ?? standard
  return {
    ...state,
    options: { ...state.options, [option]: wanted },
    adjustments: wanted === standard ? others : { ...others, [option]: wanted },
  }
}
