import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** The file as the user typed it: npm runs scripts in the project's folder and says in INIT_CWD where the user was. */
export function readDocument(file: string): { bytes: Uint8Array } | { reason: string } {
  try {
    return { bytes: readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file)) }
  } catch (error) {
    return { reason: reasonOf(error as NodeJS.ErrnoException) }
  }
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'there is no such file'
  if (error.code === 'EISDIR') return 'this is a folder'
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'the file may not be read'
  return error.message
}
