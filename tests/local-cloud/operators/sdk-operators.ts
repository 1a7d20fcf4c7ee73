import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SdkDatabase } from '../../support/sdk-database'

const DEFINITIONS = join(__dirname, '../../../node_modules/wx-server-sdk/index.d.ts')

/** Where an operator is: of `db.command`, of what its commands answer, of a push, of a projection, of an aggregation. */
export type Kind = 'command' | 'chained' | 'modifier' | 'project' | 'aggregate' | 'stage'

export type SdkOperator = {
  kind: Kind
  name: string
  /** Whether the SDK has it; some are only declared. */
  isThere: boolean
}

/** All operators that the SDK's type definitions declare or that it has. */
export function sdkOperators({ command }: SdkDatabase): SdkOperator[] {
  const declared = declaredOperators()
  const { aggregate, project, ...others } = command
  const { pipeline, ...expressions } = aggregate
  const there: Record<Kind, string[]> = {
    command: Object.keys(others),
    chained: methodsOf(command.eq(1)),
    modifier: declared.modifier.filter((name) => isPushed(command.push({ each: [], [name]: 1 }), name)),
    project: Object.keys(project),
    aggregate: Object.keys(expressions),
    stage: methodsOf(pipeline()).filter((name) => !['end', 'done', 'unwrap'].includes(name)),
  }
  return (Object.keys(there) as Kind[]).flatMap((kind) =>
    [...new Set([...declared[kind], ...there[kind]])]
      .sort()
      .map((name) => ({ kind, name, isThere: there[kind].includes(name) })),
  )
}

function declaredOperators(): Record<Kind, string[]> {
  const definitions = readFileSync(DEFINITIONS, 'utf8')
  const block = (start: string, end: string) => {
    const from = definitions.indexOf(start)
    const to = definitions.indexOf(end, from)
    if (from === -1 || to === -1) throw new Error(`The SDK's type definitions have no ${start}`)
    return definitions.slice(from + start.length, to)
  }
  const functions = (text: string) => [...text.matchAll(/^\s+(\w+)\(/gm)].map(([, name = '']) => name)
  return {
    command: functions(block('interface DatabaseCommand {', 'project: {')),
    chained: [
      ...functions(block('class DatabaseLogicCommand {', '\n  }')),
      ...functions(block('class DatabaseQueryCommand extends DatabaseLogicCommand {', '\n  }')),
    ],
    modifier: [...block('enum UPDATE_COMMAND_MODIFIERS_LITERAL {', '}').matchAll(/'(\w+)'/g)].map(
      ([, name = '']) => name,
    ),
    project: functions(block('project: {', '\n    }')),
    aggregate: functions(block('aggregate: {', '\n    }')),
    stage: functions(block('class PipelineBase<T> {', '\n  }')).filter((name) => name !== 'end'),
  }
}

/** Of an object of the SDK's own classes. */
function methodsOf(object: unknown): string[] {
  const prototype: unknown = Object.getPrototypeOf(object)
  if (prototype === null || prototype === Object.prototype) return []
  const own = Object.getOwnPropertyNames(prototype)
  return [...own, ...methodsOf(prototype)].filter((name) => !/^(_.*|constructor|toJSON)$/.test(name))
}

const isPushed = (command: unknown, name: string) =>
  Object.keys((command as { operands: object }).operands).includes(`$${name}`)
