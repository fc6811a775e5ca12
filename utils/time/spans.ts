/** A stretch of time in epoch milliseconds: `from` included, `to` not, `from` < `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The union of sorted, separate spans and one more; the result is sorted and separate again, touching ones joined. */
export function joinSpan(spans: readonly Span[], added: Span): Span[] {
  const before = spans.filter(span => span.to < added.from)
  const after = spans.filter(span => span.from > added.to)
  const touching = spans.slice(before.length, spans.length - after.length)
  const joined = {
    from: Math.min(added.from, ...touching.map(span => span.from)),
    to: Math.max(added.to, ...touching.map(span => span.to)),
  }
  return [...before, joined, ...after]
}

/** What is left of a span after taking away sorted, separate spans, in order. */
export function subtractSpans(whole: Span, taken: readonly Span[]): Span[] {
  const left: Span[] = []
  let from = whole.from
  for (const span of taken) {
    if (span.to <= from || span.from >= whole.to) continue
    if (span.from > from) left.push({ from, to: span.from })
    from = span.to
  }
  if (from < whole.to) left.push({ from, to: whole.to })
  return left
}
