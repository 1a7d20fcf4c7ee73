import type { KeyValueStorage } from '#cloud/key-value-storage'
import { utf8Size } from '#cloud/utf8-size'

/** A phone's storage in memory: values are copied as WeChat copies them, and `capacity` bytes fit in. */
export function aStorage(
  capacity = Number.POSITIVE_INFINITY,
): KeyValueStorage & { texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    get(key) {
      const text = texts.get(key)
      return text === undefined ? '' : JSON.parse(text)
    },
    set(key, value) {
      const text = JSON.stringify(value)
      const others = [...texts].filter(([other]) => other !== key)
      const used = others.reduce((sum, [, other]) => sum + utf8Size(other), 0)
      if (used + utf8Size(text) > capacity) throw new Error('setStorageSync:fail exceed storage max size')
      texts.set(key, text)
    },
    remove(key) {
      texts.delete(key)
    },
  }
}

/** A storage that fails at everything. */
export function aBrokenStorage(): KeyValueStorage {
  const fail = () => {
    throw new Error('storage:fail')
  }
  return { get: fail, set: fail, remove: fail }
}
