import { browser } from 'wxt/browser'
import { fittingIdeas, nextIdea, REST_IDEAS, type RestIdeaId } from '../guidance/rest-ideas'
import { type MessageKey, t } from '../i18n'
import type { PacingPreferences } from '../settings/pacing-schema'

/** Which idea belongs to the rest under way, or belonged to the last one. */
const KEY = 'restIdea'

const WORDS: Readonly<Record<RestIdeaId, MessageKey>> = {
  closeEyes: 'restIdeaCloseEyes',
  soundOff: 'restIdeaSoundOff',
  lieDown: 'restIdeaLieDown',
  warmth: 'restIdeaWarmth',
  coolCloth: 'restIdeaCoolCloth',
  heavyBlanket: 'restIdeaHeavyBlanket',
  tellSomeone: 'restIdeaTellSomeone',
  breatheGently: 'restIdeaBreatheGently',
  lookFar: 'restIdeaLookFar',
  stretch: 'restIdeaStretch',
  walk: 'restIdeaWalk',
  nothingMeasured: 'restIdeaNothingMeasured',
}

/** A rest begins: it gets the idea after the one before. */
export async function turnToNextIdea(preferences: PacingPreferences): Promise<void> {
  const next = nextIdea(preferences, await currentIdea())
  await browser.storage.local.set({ [KEY]: next?.id })
}

/** @returns the idea for the rest under way, in words; null where none is wished for, or it no longer fits. */
export async function ideaOfThisRest(preferences: PacingPreferences): Promise<string | null> {
  const current = await currentIdea()
  const fits = fittingIdeas(preferences).some(({ id }) => id === current)
  return preferences.ideas && current && fits ? t(WORDS[current]) : null
}

async function currentIdea(): Promise<RestIdeaId | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  return REST_IDEAS.find(({ id }) => id === stored)?.id ?? null
}
