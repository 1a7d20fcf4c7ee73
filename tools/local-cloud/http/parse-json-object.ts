import { CloudError } from '../cloud-error'

/** What a body says; one that was too large is null. */
export function parseJsonObject(body: Buffer | null): Record<string, unknown> {
  if (!body) throw new CloudError('INVALID_PARAM', 'The request is too large.')
  let request: unknown
  try {
    request = JSON.parse(body.toString())
  } catch (cause) {
    throw new CloudError('INVALID_PARAM', 'The request is no JSON.', { cause })
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request))
    throw new CloudError('INVALID_PARAM', 'The request is no JSON object.')
  return request as Record<string, unknown>
}
