import * as v from 'valibot'
import type { CallRecord } from '../../functions/call-record'
import type { CloudFunctions } from '../../functions/cloud-functions'
import { read } from '../call'

const FunctionSchema = v.object({ name: v.string() })
const RunSchema = v.object({ name: v.string(), run: v.string() })

/** The calls that a function is remembered by. */
export function functionCalls(functions: CloudFunctions) {
  return {
    functions: read(v.object({}), () =>
      functions.names().map((name) => {
        const calls = functions.calls(name)
        const { timeLimit, memory, invoker } = functions.config(name)
        const { openapi, timer, problem } = functions.deployedConfig(name)
        return {
          name,
          timeLimit,
          memory,
          invoker,
          openapi,
          timer,
          problem,
          calls: calls.length,
          failed: calls.filter(hasFailed).length,
        }
      }),
    ),

    /** The newest first. */
    'function-calls': read(FunctionSchema, ({ name }) => functions.calls(name).map(shownCall).reverse()),

    /** Null where the call is not remembered any more. */
    'function-call': read(RunSchema, ({ name, run }) => {
      const call = functions.calls(name).find((each) => each.run === run)
      return call ? { ...shownCall(call), lines: call.lines } : null
    }),
  }
}

function hasFailed({ outcome }: CallRecord): boolean {
  return outcome !== 'waiting' && outcome !== 'running' && outcome !== 'answered'
}

function shownCall(call: CallRecord) {
  const { lines: _lines, functionName: _name, ...rest } = call
  return { ...rest, hasFailed: hasFailed(call) }
}
