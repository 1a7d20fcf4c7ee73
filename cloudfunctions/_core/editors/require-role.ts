import { AppError } from '#shared/errors'
import type { Context } from '../serve'

/** An owner may do all that an editor may, and appoint editors and change settings beside. */
export type Role = 'editor' | 'owner'

export type Roles = { of(openid: string): Promise<Role | null> }

/** Throws unless the caller, as the platform names it, has the role. Answers the caller's openid. */
export async function requireRole(
  roles: Roles,
  role: Role,
  { openid }: Pick<Context, 'openid'>,
): Promise<string> {
  if (openid === null) throw new AppError('NOT_SIGNED_IN', 'The platform names no caller.')
  const held = await roles.of(openid)
  if (held !== 'owner' && held !== role) throw new AppError('FORBIDDEN', `This is for ${role}s only.`)
  return openid
}
