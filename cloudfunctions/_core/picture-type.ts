const SIGNATURES = { png: '89504e470d0a1a0a', jpeg: 'ffd8ff' }

/** By its first bytes; null where they are those of another file. */
export function pictureType(bytes: Buffer): 'png' | 'jpeg' | null {
  const begin = bytes.toString('hex', 0, 8)
  if (begin.startsWith(SIGNATURES.png)) return 'png'
  return begin.startsWith(SIGNATURES.jpeg) ? 'jpeg' : null
}
