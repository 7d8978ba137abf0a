/** Gives this thread another clock: `new Date()`, `Date()` and `Date.now()` tell `now`. Timers and durations stay real. */
export const shiftDate = (now: () => number): void => {
  const real = Date
  const shifted = new Proxy(real, {
    construct: (target, given: unknown[], newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date, // what the constructor of dates makes
    apply: () => new real(now()).toString(),
  })
  real.now = now
  // libraries tell a date by its constructor
  real.prototype.constructor = shifted
  globalThis.Date = shifted
}
