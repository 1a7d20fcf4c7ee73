/** The value at a dotted path such as `contact.tel`; undefined where there is none. */
export function readField(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, name) => (isFields(inner) ? inner[name] : undefined), value)
}

/** The same with another value there; what lies beside the path stays the same object. */
export function writeField<T>(value: T, path: string, leaf: unknown): T {
  const [name = '', ...rest] = path.split('.')
  if (!isFields(value)) return value
  const inner = rest.length === 0 ? leaf : writeField(value[name], rest.join('.'), leaf)
  return { ...value, [name]: inner }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
