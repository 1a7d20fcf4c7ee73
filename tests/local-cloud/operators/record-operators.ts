import type { SdkAggregate, SdkDatabase } from '../../support/sdk-database'
import type { Kind } from './sdk-operators'

type Uses = { db: SdkDatabase; started: SdkAggregate }

/** What a row of a table uses of the SDK, as `kind name`; `object $name` is an operator that it writes out. */
export function recordOperators(row: (uses: Uses) => unknown): Set<string> {
  const used = new Set<string>()
  const stage: unknown = recorder('stage', () => stage)
  const chained: unknown = recorder('chained', () => chained)
  const pipeline = () => recorder('stage', (name) => (name === 'done' ? [] : stage))
  const command = recorder('command', () => chained, {
    project: recorder('project', () => ({})),
    aggregate: recorder('aggregate', () => ({}), { pipeline }),
  })
  const db = recorder('value', () => ({}), { command, Geo: new Proxy({}, { get: () => class {} }) })
  noteWritten(row({ db: db as SdkDatabase, started: stage as SdkAggregate }))
  return used

  function recorder(kind: Kind | 'value', answer: (name: string) => unknown, known: object = {}): unknown {
    return new Proxy(known, {
      get(target, name) {
        if (typeof name === 'symbol' || name === 'toJSON') return undefined
        if (Object.hasOwn(target, name)) return Reflect.get(target, name)
        return (...values: unknown[]) => {
          used.add(`${kind} ${name}`)
          for (const value of values) noteWritten(value)
          if (kind === 'command' && name === 'push') noteModifiers(values[0])
          return answer(name)
        }
      },
    })
  }

  function noteModifiers(value: unknown): void {
    if (typeof value !== 'object' || value === null || !('each' in value)) return
    for (const name of Object.keys(value)) used.add(`modifier ${name}`)
  }

  function noteWritten(value: unknown): void {
    if (typeof value !== 'object' || value === null || value === stage || value === chained) return
    for (const [name, inner] of Object.entries(value)) {
      if (name.startsWith('$')) used.add(`object ${name}`)
      noteWritten(inner)
    }
  }
}
