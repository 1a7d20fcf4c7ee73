import { AppError } from '#shared/errors'
import type { Context } from '../serve'

/** The caller's openid. */
export function signedIn({ openid }: Pick<Context, 'openid'>): string {
  if (openid === null) throw new AppError('NOT_SIGNED_IN', 'The platform names no caller.')
  return openid
}
