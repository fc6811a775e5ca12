/** What is done to pictures: their colours are taken away, or they are brought nearer to what is around them, or both. */
export interface Tone {
  readonly soft: boolean
  readonly grey: boolean
}

/** @returns what a value of the option stands for. */
export const toneOf = (pictureTone: number): Tone => ({
  soft: pictureTone === 1 || pictureTone === 3,
  grey: pictureTone === 2 || pictureTone === 3,
})
