/** What the picker says, in the person's language. */
export interface PickWords {
  /** As `lang` wants it. */
  readonly language: string
  readonly name: string
  readonly how: string
  readonly take: string
  readonly larger: string
  readonly smaller: string
  readonly back: string
}
