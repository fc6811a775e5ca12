import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Total } from '../history/screen-time'
import { MINUTE_MS } from '../pacing/timing'

/** What a plot shows. */
export interface BarPlot {
  /** One bar each, in order. */
  readonly bars: readonly Total[]
  /** The bars lie, with room for long names; otherwise they stand. */
  readonly lying: boolean
  /** What stands at a bar. */
  nameOf(bar: Total): string
  /** What stands along the amounts, milliseconds. */
  amountInWords(ms: number): string
}

/** Heights in parts of the text size. */
const STANDING_HEIGHT = 18
const LYING_BAR = 2.5
const LYING_AXIS = 3
/** How wide a letter is, roughly, in parts of the text size. */
const LETTER = 0.6
/** How much of its place a bar fills. */
const FILLED = 0.6
/** What the amounts may go up by, minutes: they are times of a clock. */
const AMOUNT_STEPS = [5, 10, 15, 30, 60, 120, 180, 240, 300, 360, 600, 720, 1200, 3000, 6000, 12000]
/** How many bars may share one name. */
const NAME_STEPS = [1, 2, 3, 7, 14, 30, 60, 120, 240]

/**
 * Draws bars into an element, as wide as that is, until the signal aborts. Nothing in it moves or answers the pointer:
 * what it shows stands in a table as well.
 */
export function drawBars(into: HTMLElement, plot: BarPlot, signal: AbortSignal): void {
  let drawn: uPlot | undefined
  let width = 0
  const draw = () => {
    drawn?.destroy()
    drawn = new uPlot(optionsFor(into, plot), dataOf(plot), into)
  }
  const observer = new ResizeObserver(() => {
    if (into.clientWidth === width) return
    width = into.clientWidth
    draw()
  })
  observer.observe(into)
  for (const colours of ['forced-colors: active', 'prefers-color-scheme: light']) {
    matchMedia(`(${colours})`).addEventListener('change', draw, { signal })
  }
  signal.addEventListener('abort', () => {
    observer.disconnect()
    drawn?.destroy()
  })
}

function dataOf({ bars }: BarPlot): uPlot.AlignedData {
  return [bars.map((_, i) => i), bars.map(({ ms }) => ms / MINUTE_MS)]
}

function optionsFor(into: HTMLElement, plot: BarPlot): uPlot.Options {
  const { bars, lying } = plot
  const textSize = Number.parseFloat(getComputedStyle(into).fontSize)
  const sign = colourOf(into, '--sign')
  return {
    width: into.clientWidth,
    height: textSize * (lying ? bars.length * LYING_BAR + LYING_AXIS : STANDING_HEIGHT),
    cursor: { show: false },
    legend: { show: false },
    scales: {
      x: { time: false, range: [-0.5, bars.length - 0.5], ...(lying && { ori: 1, dir: -1 }) },
      y: { range: (_, __, most) => [0, Math.max(most, 1)], ...(lying && { ori: 0 }) },
    },
    axes: [nameAxis(into, textSize, plot), amountAxis(into, textSize, plot)],
    series: [
      {},
      {
        fill: sign,
        width: 0,
        points: { show: false },
        ...(uPlot.paths.bars && { paths: uPlot.paths.bars({ size: [FILLED, textSize * 4], radius: 0.2 }) }),
      },
    ],
  }
}

function nameAxis(into: HTMLElement, textSize: number, { bars, lying, nameOf }: BarPlot): uPlot.Axis {
  const widest = Math.max(...bars.map(bar => nameOf(bar).length)) * textSize * LETTER
  return {
    ...lookOf(into, textSize),
    side: lying ? 3 : 2,
    grid: { show: false },
    space: lying ? 1 : textSize * 4,
    incrs: NAME_STEPS,
    values: (_, places) => places.map(place => (bars[place] ? nameOf(bars[place]) : '')),
    // Below the amount that stands at the foot of the other axis.
    ...(lying ? { size: Math.min(widest, into.clientWidth / 2) } : { gap: textSize }),
  }
}

function amountAxis(into: HTMLElement, textSize: number, { lying, amountInWords }: BarPlot): uPlot.Axis {
  return {
    ...lookOf(into, textSize),
    side: lying ? 2 : 3,
    grid: { stroke: colourOf(into, '--ahead'), width: 1 },
    space: textSize * (lying ? 4.5 : 3),
    incrs: AMOUNT_STEPS,
    values: (_, amounts) => amounts.map(minutes => amountInWords(minutes * MINUTE_MS)),
    ...(!lying && { size: textSize * 5.5 }),
  }
}

function lookOf(into: HTMLElement, textSize: number): uPlot.Axis {
  const { fontFamily } = getComputedStyle(into)
  return {
    stroke: colourOf(into, '--text'),
    font: `${textSize * 0.875}px ${fontFamily}`,
    ticks: { show: false },
  }
}

/** The colour of a token, as it is in force: in forced colours another. */
function colourOf(into: HTMLElement, token: string): string {
  return getComputedStyle(into).getPropertyValue(token).trim()
}
