import type { Faults } from '../faults/faults'
import type { CloudFunctions } from '../functions/cloud-functions'
import type { Door } from '../http/door'
import { callFunction } from './call-function'
import { clientError } from './client-error'
import { phoneDoor } from './phone-door'

/** An event has at most 1 MB; the function's name comes on top. */
const MAX_BYTES = 1024 * 1024 + 16 * 1024

type Services = { functions: CloudFunctions; faults: Faults; log: (line: string) => void }

/** Where a phone comes to the cloud. */
export function clientDoors({ functions, faults, log }: Services): Door[] {
  return [
    phoneDoor(
      { faults, log },
      {
        name: 'callFunction',
        maxBytes: MAX_BYTES,
        answer: (fields, openid) => callFunction(functions, fields, openid),
        failure: clientError,
      },
    ),
  ]
}
