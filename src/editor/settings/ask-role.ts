import { call } from '#cloud/call'
import { enterDesk, type Role } from '#shared/editors/endpoints'
import { AppError } from '#shared/errors'

/** FORBIDDEN for who has none. */
export async function askRole(): Promise<Role> {
  const { role } = await call(enterDesk, {})
  if (role === null) throw new AppError('FORBIDDEN', 'Only editors have settings.')
  return role
}
