import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { BarPlot } from '@/utils/plot/bars'

/** Draws a plot into the element that has the ref. What draws it is loaded only now. */
export function usePlot(plot: BarPlot): RefObject<HTMLDivElement | null> {
  const into = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const drawing = new AbortController()
    void import('@/utils/plot/bars').then(({ drawBars }) => {
      if (into.current && !drawing.signal.aborted) drawBars(into.current, plot, drawing.signal)
    })
    return () => drawing.abort()
  }, [plot])
  return into
}
