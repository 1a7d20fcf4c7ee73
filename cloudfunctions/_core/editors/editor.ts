import { createHash } from 'node:crypto'
import type { Role } from '#shared/editors/endpoints'

/** Who works at the desk. */
export type Editor = {
  openid: string
  role: Role
  /** What colleagues call them, chosen by who appointed them. */
  name: string
}

/** Names an editor where the openid has no business: 16 characters. */
export function editorKey(openid: string): string {
  return createHash('sha256').update(`editor ${openid}`).digest('hex').slice(0, 16)
}
