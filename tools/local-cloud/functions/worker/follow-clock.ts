/** Makes this process's `Date` show the cloud's time; all else of `Date` stays as it is. */
export function followClock(clock: { offset: number }): void {
  const machineNow = Date.now
  const now = () => machineNow() + clock.offset
  // `Date` is replaced, but its prototype is not, so that dates of either kind are the same to everybody.
  const CloudDate = new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: (target) => new target(now()).toString(),
  })
  CloudDate.now = now
  CloudDate.prototype.constructor = CloudDate
  globalThis.Date = CloudDate
}
