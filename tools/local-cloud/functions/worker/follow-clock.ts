/** Makes this thread's `Date` show the cloud's time; all else of `Date` stays as it is. */
export function followClock(offset: Float64Array): void {
  const machineNow = Date.now
  const now = () => machineNow() + (offset[0] ?? 0)
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
