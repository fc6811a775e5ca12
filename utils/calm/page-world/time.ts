import type { Clock } from './clock'
import { disguise, replaceMethod, replaceValue } from './disguise'
import { apply, bare, construct } from './natives'

const { floor } = Math

/** Has the page's clocks show the time of the loop that is run ahead, while it runs. */
export function showTime(view: Window & typeof globalThis, clock: Clock): void {
  const later = (time: unknown) => (time as number) + clock.ahead()
  replaceMethod(view.Performance.prototype, 'now', (native, self, args) => later(apply(native, self, args)))
  const NativeDate = view.Date
  const trueTime = NativeDate.now
  const textOf = NativeDate.prototype.toString
  const time = () => floor(later(trueTime()))
  replaceMethod(NativeDate, 'now', (native, self, args) => floor(later(apply(native, self, args))))
  // `Date()` and `new Date()` tell the time; with arguments they tell of another.
  const handler = bare<ProxyHandler<DateConstructor>>({
    apply: (native, self, args) =>
      clock.ahead() > 0
        ? (apply(textOf, construct(native, [time()]), []) as string)
        : apply(native as () => string, self, args),
    construct: (native, args, target) =>
      construct(native, args.length === 0 && clock.ahead() > 0 ? [time()] : args, target) as object,
  })
  const Disguised = disguise(NativeDate, handler)
  replaceValue(view, 'Date', Disguised)
  replaceValue(NativeDate.prototype, 'constructor', Disguised)
}
