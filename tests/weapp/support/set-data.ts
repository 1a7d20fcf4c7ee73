type Container = Record<string | number, unknown>

/** Applies what `setData` was given: keys are paths such as `root.cn.[0].v`. */
export function applyData(target: Container, data: Record<string, unknown>): void {
  for (const [path, value] of Object.entries(data)) applyOne(target, keysOf(path), value)
}

function applyOne(target: Container, keys: (string | number)[], value: unknown): void {
  let at = target
  keys.forEach((key, index) => {
    const next = keys[index + 1]
    if (next === undefined) at[key] = value
    else {
      const inner = at[key]
      at[key] = isContainer(inner) ? inner : typeof next === 'number' ? [] : {}
      at = at[key] as Container
    }
  })
}

function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/gu)].map(([key, index]) =>
    index === undefined ? key : Number(index),
  )
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null
}
