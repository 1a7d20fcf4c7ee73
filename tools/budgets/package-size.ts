import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of every file of a built mini-program, except what a reader downloads only with a subpackage. */
export function mainPackageSize(folder: string): number {
  const { subPackages = [] }: { subPackages?: { root: string }[] } = JSON.parse(
    readFileSync(join(folder, 'app.json'), 'utf8'),
  )
  const apart = new Set(subPackages.map(({ root }) => join(folder, root)))
  const sizeOf = (path: string): number => {
    if (apart.has(path)) return 0
    if (!statSync(path).isDirectory()) return statSync(path).size
    return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
  }
  return sizeOf(folder)
}
