import * as v from 'valibot'
import { nextTime } from '../timers/next-time'

/** What a function's own `config.json` says, as WeChat's developer tools deploy it. */
export type DeployedConfig = {
  /** The open APIs that it may use. */
  openapi: readonly string[]
  timer: TimerTrigger | null
  /** Why the file, or a part of it, counts for nothing. */
  problem: string | null
}

export type TimerTrigger = { name: string; cron: string }

export const NO_CONFIG: DeployedConfig = { openapi: [], timer: null, problem: null }

const TriggerSchema = v.object({
  name: v.pipe(
    v.string(),
    v.regex(
      /^[a-z][\w-]{0,59}$/iu,
      'A name begins with a letter and has at most 60 of them, digits, _ and -.',
    ),
  ),
  type: v.literal('timer'),
  config: v.string(),
})

const ConfigSchema = v.object({
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string()), []) }), {}),
  triggers: v.optional(
    v.pipe(v.array(TriggerSchema), v.maxLength(1, 'A function can have one trigger only.')),
    [],
  ),
})

/** Of the file's text, or of no file. What is wrong in it is told, and the function goes without. */
export function parseDeployedConfig(text: string | null): DeployedConfig {
  if (text === null) return NO_CONFIG
  const json = parseJson(text)
  if (json === undefined) return { ...NO_CONFIG, problem: 'config.json is no JSON.' }
  const config = v.safeParse(ConfigSchema, json)
  if (!config.success) {
    const [issue] = config.issues
    return {
      ...NO_CONFIG,
      problem: `config.json is not valid: ${v.getDotPath(issue) ?? ''} ${issue.message}`,
    }
  }
  const { permissions, triggers } = config.output
  const [trigger] = triggers
  const openapi = permissions.openapi ?? []
  if (!trigger) return { openapi, timer: null, problem: null }
  const problem = problemOf(trigger.config)
  return { openapi, timer: problem ? null : { name: trigger.name, cron: trigger.config }, problem }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function problemOf(cron: string): string | null {
  try {
    nextTime(cron, 0)
    return null
  } catch (thrown) {
    return `config.json has a timer that is not valid: ${thrown instanceof Error ? thrown.message : thrown}`
  }
}
