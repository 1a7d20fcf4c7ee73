import * as v from 'valibot'
import { keptValue } from '#cloud/kept-value'
import type { KeyValueStorage } from '#cloud/key-value-storage'
import { type Target, TargetSchema } from '#shared/codes/target'

/** More than anybody scans; a phone that comes by an older one again is counted again. */
const MOST = 100

const KnownSchema = v.array(v.object({ token: v.string(), target: v.nullable(TargetSchema) }))
type Known = v.InferOutput<typeof KnownSchema>

export type KnownCodes = {
  /** Where the code led last, null: nowhere any more; undefined where this phone was never counted for it. */
  get(token: string): Target | null | undefined
  learn(token: string, target: Target | null): void
  /** By which this phone came last, of those that led somewhere. */
  latest(): string | undefined
}

/** By which codes this phone came. The cloud is told of one at a time, and not who came by it. */
export function createKnownCodes(storage: KeyValueStorage): KnownCodes {
  const kept = keptValue(storage, 'codes', KnownSchema)
  let known: Known | null = null
  function all(): Known {
    known ??= kept.get() ?? []
    return known
  }
  const get = (token: string) => all().find((each) => each.token === token)?.target
  return {
    get,
    learn(token, target) {
      // Nothing was counted for a code that never led anywhere.
      if (target === null && get(token) === undefined) return
      known = [...all().filter((each) => each.token !== token), { token, target }].slice(-MOST)
      kept.set(known)
    },
    latest: () =>
      all()
        .filter(({ target }) => target)
        .pop()?.token,
  }
}
