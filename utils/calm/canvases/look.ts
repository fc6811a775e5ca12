/** Looking compares at most so many pixels in each direction. */
const MOST_PIXELS = 256

/** Sees whether what a canvas shows is another picture than before. */
export class CanvasLook {
  readonly #paint: CanvasRenderingContext2D | null
  #before: Uint8ClampedArray | null = null

  constructor(private readonly canvas: HTMLCanvasElement) {
    const copy = canvas.ownerDocument.createElement('canvas')
    copy.width = Math.min(canvas.width, MOST_PIXELS)
    copy.height = Math.min(canvas.height, MOST_PIXELS)
    this.#paint = copy.getContext('2d', { willReadFrequently: true })
  }

  /**
   * @returns whether it shows something else than at the last look; false at the first
   * @throws when the canvas holds pictures of another origin, which nobody may read
   */
  changed(): boolean {
    const { width, height } = this.#paint?.canvas ?? { width: 0, height: 0 }
    if (!this.#paint || width * height === 0) return false
    this.#paint.clearRect(0, 0, width, height)
    this.#paint.drawImage(this.canvas, 0, 0, width, height)
    const { data } = this.#paint.getImageData(0, 0, width, height)
    const before = this.#before
    this.#before = data
    return before !== null && data.some((value, at) => value !== before[at])
  }
}
