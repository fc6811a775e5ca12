import { browser } from 'wxt/browser'
import { IDEA_WORDS } from '../guidance/idea-words'
import { fittingIdeas, nextIdea, type Offer } from '../guidance/rest-ideas'
import { t } from '../i18n'
import type { PacingPreferences } from '../settings/pacing-schema'

/** Which idea belongs to the rest under way, or belonged to the last one. */
const KEY = 'restIdea'

/** A rest begins: it gets the idea after the one before. */
export async function turnToNextIdea(preferences: PacingPreferences): Promise<void> {
  const next = nextIdea(preferences, await currentIdea())
  await browser.storage.local.set({ [KEY]: next?.id })
}

/** @returns the idea for the rest under way, in words; null where none is wished for, or it no longer fits. */
export async function ideaOfThisRest(preferences: PacingPreferences): Promise<string | null> {
  const current = await currentIdea()
  const fitting = fittingIdeas(preferences).find(({ id }) => id === current)
  return preferences.ideas && fitting ? wordsOf(fitting) : null
}

function wordsOf(idea: Offer): string {
  return 'words' in idea ? idea.words : t(IDEA_WORDS[idea.id])
}

async function currentIdea(): Promise<string | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  return typeof stored === 'string' ? stored : null
}
