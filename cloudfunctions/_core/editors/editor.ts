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

/** Who it was, for the audit trail. */
export function byEditor({ openid, name }: Pick<Editor, 'openid' | 'name'>): { byKey: string; by: string } {
  return { byKey: editorKey(openid), by: name }
}
