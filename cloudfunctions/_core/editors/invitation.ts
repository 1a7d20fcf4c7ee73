import { createHash } from 'node:crypto'
import type { Role } from '#shared/editors/endpoints'
import type { Fields } from '../wx'

/** A link by which an owner appoints somebody, stored under a hash of its token: who reads the database cannot use it. */
export type Invitation = {
  id: string
  /** Names it in lists; tells nothing of the token. */
  key: string
  name: string
  role: Role
  /** The owner's key: who is owner no more appoints nobody. */
  byKey: string
  /** ms since 1970. */
  expiresAt: number
  /** The key of who has used it; null: nobody yet. */
  usedBy: string | null
  /** The keys of those whose role was taken back since it was made: they may have kept it. */
  notFor: readonly string[]
}

export function invitationId(token: string): string {
  return createHash('sha256').update(`invitation ${token}`).digest('hex')
}

/** Whether it may still be used, where these are the owners' keys. */
export function isOpen(
  { usedBy, expiresAt, byKey }: Invitation,
  owners: ReadonlySet<string>,
  now: number,
): boolean {
  return usedBy === null && now < expiresAt && owners.has(byKey)
}

export function storedInvitation({ id: _, ...fields }: Invitation): Fields {
  return fields
}
