import { stableHash } from '#shared/stable-hash'
import type { DraftItem } from './draft-issue'

/** The item's own key, or, where that is taken, another that is always the same for the same item. */
export function freeKey(item: DraftItem, taken: ReadonlySet<string>): string {
  let key = item.key
  for (let count = 0; taken.has(key); count += 1) key = stableHash(`${count}:${JSON.stringify(item)}`)
  return key
}
