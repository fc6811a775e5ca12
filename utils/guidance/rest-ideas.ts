/** What makes an idea unfit for someone: effort makes them worse later (PEM), or cold and weight hurt (CRPS). */
type HiddenBy = 'pem' | 'crps'

/** A suggestion for a rest. The words are in the locale files, under the id. */
export interface RestIdea {
  readonly id: RestIdeaId
  readonly hiddenBy: readonly HiddenBy[]
  /** Movement helps in MS and harms in ME/CFS (NICE NG206): offered only when chosen by itself. */
  readonly movement: boolean
}

/** Names of the rest ideas. */
export type RestIdeaId =
  | 'closeEyes'
  | 'soundOff'
  | 'lieDown'
  | 'warmth'
  | 'coolCloth'
  | 'heavyBlanket'
  | 'tellSomeone'
  | 'breatheGently'
  | 'lookFar'
  | 'stretch'
  | 'walk'
  | 'nothingMeasured'

/** What a person has set about rest ideas. */
export interface RestIdeaSettings {
  /** "Effort makes me worse later." Hides every movement idea, whatever else is on. */
  readonly pem: boolean
  /** Hides cold and weight. */
  readonly crps: boolean
  /** The movement ideas chosen, one by one. */
  readonly chosenMovement: readonly RestIdeaId[]
}

/** Every rest idea, in the order of showing. Most ask nothing of the body. */
export const REST_IDEAS: readonly RestIdea[] = [
  still('closeEyes'),
  still('soundOff'),
  still('lieDown'),
  still('warmth'),
  still('coolCloth', 'crps'),
  still('heavyBlanket', 'crps'),
  still('tellSomeone'),
  still('breatheGently'),
  still('lookFar'),
  moving('stretch'),
  moving('walk'),
  still('nothingMeasured'),
]

/** The ideas that fit a person, in the order of showing. Never empty. */
export function fittingIdeas(settings: RestIdeaSettings): RestIdea[] {
  return REST_IDEAS.filter(
    ({ id, hiddenBy, movement }) =>
      !hiddenBy.some(reason => settings[reason]) && (!movement || settings.chosenMovement.includes(id)),
  )
}

/**
 * The idea after the one shown last, round and round: what comes next is never random (Grillon 2009, predictability).
 *
 * @param last the idea shown last; `null` for the first time.
 */
export function nextIdea(settings: RestIdeaSettings, last: RestIdeaId | null): RestIdea | undefined {
  const fitting = fittingIdeas(settings)
  const lastPlace = REST_IDEAS.findIndex(({ id }) => id === last)
  return fitting.find(idea => REST_IDEAS.indexOf(idea) > lastPlace) ?? fitting[0]
}

function still(id: RestIdeaId, ...hiddenBy: HiddenBy[]): RestIdea {
  return { id, hiddenBy, movement: false }
}

function moving(id: RestIdeaId): RestIdea {
  return { id, hiddenBy: ['pem'], movement: true }
}
