/** Two rounds of FNV-1a: the same everywhere and always, since what is kept refers to it. */
export function stableHash(text: string): string {
  return [0x811c9dc5, 0x01234567].map((seed) => fnv1a(text, seed).toString(36).padStart(7, '0')).join('')
}

function fnv1a(text: string, seed: number): number {
  let value = seed
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
  return value
}
