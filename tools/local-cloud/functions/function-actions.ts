import type { Actions } from '../admin/action'
import { CloudError } from '../cloud-error'
import { bySdk } from './call-identity'
import type { CloudFunctions } from './cloud-functions'

/** `callFunction()` of the SDK, from a program outside or from another function: either may call any. */
export function functionActions(functions: CloudFunctions): Actions {
  return {
    'functions.invokeFunction': async ({ function_name: name, request_data: text }, caller) => {
      const result = await functions.invoke(String(name), parseEvent(text), bySdk(caller))
      return { data: `{"response_data":${JSON.stringify(result)}}` }
    },
  }
}

function parseEvent(text: unknown): object {
  if (text === undefined || text === '') return {}
  try {
    const event: unknown = JSON.parse(String(text))
    if (typeof event === 'object' && event !== null && !Array.isArray(event)) return event
  } catch (cause) {
    throw new CloudError('INVALID_PARAM', "The function's data is no JSON.", { cause })
  }
  throw new CloudError('INVALID_PARAM', "The function's data is no object.")
}
