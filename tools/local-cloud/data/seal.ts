import { createReadStream, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** A checksum of a whole file, kept beside it while nobody works on it. */
type Seal = { crc32: number }

const sealOf = (file: string) => `${file}.seal.json`

/** To be written once nobody works on the file any more. It is there whole or, where a kill comes before, not at all. */
export async function seal(file: string): Promise<void> {
  const path = sealOf(file)
  writeFileSync(`${path}.part`, JSON.stringify({ crc32: await checksum(file) } satisfies Seal))
  renameSync(`${path}.part`, path)
}

/** Takes the seal off; answers whether it was unbroken, or null where there was none: whoever worked there was killed. */
export async function unseal(file: string): Promise<boolean | null> {
  const path = sealOf(file)
  if (!existsSync(path)) return null
  const isUnbroken =
    existsSync(file) &&
    readFileSync(path, 'utf8') === JSON.stringify({ crc32: await checksum(file) } satisfies Seal)
  if (isUnbroken) rmSync(path)
  return isUnbroken
}

async function checksum(file: string): Promise<number> {
  let sum = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
    sum = crc32(chunk as Buffer, sum)
  return sum
}
