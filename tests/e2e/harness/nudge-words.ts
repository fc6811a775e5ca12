import type { SurfaceWords } from '../../../utils/nudges/messages'
import type { SurfaceView } from '../../../utils/nudges/surface-view'

export const WORDS: SurfaceWords = {
  language: 'en',
  name: 'Luwte',
  rest: 'Rest',
  later: 'Later',
  off: 'Off',
  leave: 'Leave',
  longer: 'A little longer',
  back: 'Back',
  breathe: 'Breathe along',
  breatheInWords: 'Breathe gently, out a little longer than in. Stop whenever you like.',
}

export const VIEWS = {
  forewarning: { kind: 'forewarning', line: 'A rest is coming in a few minutes. Nothing to do yet.' },
  nudge: { kind: 'nudge', line: 'Your block is complete. Rest is ready when you are.' },
  secondStage: { kind: 'nudge', line: 'Still here, quietly. Now or later, both are fine.' },
  limit: {
    kind: 'limit',
    line: 'This is the time you chose for this site. Leave it here, or stay a little?',
  },
  rest: {
    kind: 'rest',
    idea: 'Close your eyes, or look at something dark. That is enough.',
    kindLine: null,
    breathing: true,
    done: null,
  },
  restDone: {
    kind: 'rest',
    idea: 'Close your eyes, or look at something dark. That is enough.',
    kindLine: null,
    breathing: true,
    done: 'The planned rest is over. Staying longer is fine.',
  },
} as const satisfies Record<string, SurfaceView>
