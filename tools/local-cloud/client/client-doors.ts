import type { CloudFunctions } from '../functions/cloud-functions'
import type { Door } from '../http/door'
import { readBody } from '../http/read-body'
import { sendJson } from '../http/send'
import { callFunction } from './call-function'

const MAX_BYTES = 1024 * 1024 + 16 * 1024

/** Where a phone comes; who it is stands in the header `x-local-openid`. */
export function clientDoors(functions: CloudFunctions): Door[] {
  return [
    {
      path: '/client/callFunction',
      methods: ['POST'],
      from: 'readers',
      async answer(request, response) {
        const openid = request.headers['x-local-openid']
        const body = await readBody(request, MAX_BYTES)
        sendJson(response, await callFunction(functions, body, Array.isArray(openid) ? openid[0] : openid))
      },
    },
  ]
}
