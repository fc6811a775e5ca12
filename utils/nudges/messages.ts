import type { SurfaceView } from './surface-view'

/** What a person may answer to a surface. `dismiss` is Esc: it takes the surface away and says nothing else. */
export const ANSWERS = ['rest', 'later', 'off', 'leave', 'longer', 'back', 'dismiss'] as const
export type Answer = (typeof ANSWERS)[number]

/** The words of the buttons, in the person's language. */
export interface SurfaceWords extends Readonly<Record<Exclude<Answer, 'dismiss'>, string>> {
  /** The language of all of them and of the lines, as `lang` wants it. */
  readonly language: string
  /** The name of the group in which a line and its buttons stand. */
  readonly name: string
  readonly breathe: string
  /** What takes the place of the breathing shape where motion is unwanted. */
  readonly breatheInWords: string
}

/** The background tells a page what to show; null for nothing. The top frame answers whether it can. */
export interface SurfaceMessage {
  readonly name: 'pacing.surface'
  readonly view: SurfaceView | null
  readonly words: SurfaceWords
}

/** The background asks a page to report, or to stop. Without it a page reports nothing. */
export interface WatchMessage {
  readonly name: 'pacing.watch'
  readonly on: boolean
}

/** What a page reports while it is watched. */
export type PageReport =
  | { readonly kind: 'typing' | 'breakpoint' }
  | { readonly kind: 'fullscreen'; readonly on: boolean }

/** What a page tells the background. An answer may be answered with a line to show for a while. */
export type PageMessage =
  | { readonly name: 'pacing.answer'; readonly payload: { readonly answer: Answer } }
  | { readonly name: 'pacing.report'; readonly payload: PageReport }
