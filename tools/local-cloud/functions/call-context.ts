import type { FunctionConfig } from '../../../config/functions'
import { LOCAL } from './call-identity'

type Call = { run: string; name: string; config: FunctionConfig; variables: Record<string, string> }

/** What a function gets beside its event. */
export function callContext({ run, name, config, variables }: Call): Record<string, unknown> {
  return {
    callbackWaitsForEmptyEventLoop: false,
    request_id: run,
    function_name: name,
    function_version: '$LATEST',
    namespace: LOCAL.env,
    memory_limit_in_mb: config.memory,
    time_limit_in_ms: config.timeLimit * 1000,
    // The same twice: the older form of the cloud, and the one that can hold any text.
    environ: Object.entries(variables)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
    environment: JSON.stringify(variables),
  }
}
