import type { FunctionConfig } from '../../../config/functions'

/** The variables that a function is given in the cloud's console: here those of this process, as far as they are set. */
export function givenVariables({ variables = [] }: FunctionConfig): Record<string, string> {
  return Object.fromEntries(
    variables.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
