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

/** A rest idea in a person's own words. */
export interface OwnIdea {
  /** Never changes, and is no other idea's. */
  readonly id: string
  readonly words: string
  /** It takes its turn among the others. Off until chosen. */
  readonly chosen: boolean
}

/** What a person has set about rest ideas. */
export interface RestIdeaSettings {
  /** "Effort makes me worse later." Hides every movement idea, whatever else is on. */
  readonly pem: boolean
  /** Hides cold and weight. */
  readonly crps: boolean
  /** The movement ideas chosen, one by one. */
  readonly chosenMovement: readonly RestIdeaId[]
  /** In the order of showing, after all others. */
  readonly ownIdeas: readonly OwnIdea[]
}

/** One idea of those that are shown in turn. */
export type Offer = RestIdea | OwnIdea

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

/** The ideas that fit a person, in the order of showing. Never empty. Nothing is known against their own. */
export function fittingIdeas(settings: RestIdeaSettings): Offer[] {
  const fitting = REST_IDEAS.filter(
    ({ id, hiddenBy, movement }) =>
      !hiddenBy.some(reason => settings[reason]) && (!movement || settings.chosenMovement.includes(id)),
  )
  return [...fitting, ...settings.ownIdeas.filter(({ chosen }) => chosen)]
}

/**
 * The idea after the one shown last, round and round: what comes next is never random (Grillon 2009, predictability).
 *
 * @param last the id of the idea shown last; `null` for the first time.
 */
export function nextIdea(settings: RestIdeaSettings, last: string | null): Offer | undefined {
  const fitting = fittingIdeas(settings)
  const order = [...REST_IDEAS, ...settings.ownIdeas].map(({ id }) => id as string)
  const lastPlace = last === null ? -1 : order.indexOf(last)
  return fitting.find(({ id }) => order.indexOf(id) > lastPlace) ?? fitting[0]
}

function still(id: RestIdeaId, ...hiddenBy: HiddenBy[]): RestIdea {
  return { id, hiddenBy, movement: false }
}

function moving(id: RestIdeaId): RestIdea {
  return { id, hiddenBy: ['pem'], movement: true }
}
