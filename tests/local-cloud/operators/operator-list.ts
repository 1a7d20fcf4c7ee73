import { accumulatorCases } from './accumulator-cases'
import { aggregateRefusals } from './aggregate-refusals'
import { expressionCases } from './expression-cases'
import { projectionCases } from './projection-cases'
import { queryCases } from './query-cases'
import { queryRefusals } from './query-refusals'
import { recordOperators } from './record-operators'
import type { Kind, SdkOperator } from './sdk-operators'
import { stageCases } from './stage-cases'
import { updateCases } from './update-cases'
import { updateRefusals } from './update-refusals'

/** A row of a table, and what it uses of the SDK. */
type Row = { name: string; uses: Set<string> }

const shown: Record<string, Row[]> = {
  'queries.test.ts': Object.values(queryCases)
    .flat()
    .map(([name, , where]) => ({ name, uses: recordOperators(({ db }) => where(db.command, db)) }))
    .concat(
      projectionCases.map(([name, projection]) => ({
        name,
        uses: recordOperators(({ db }) => projection(db.command)),
      })),
    ),
  'updates.test.ts': Object.values(updateCases)
    .flat()
    .map(([name, , data]) => ({ name, uses: recordOperators(({ db }) => data(db.command)) })),
  'aggregates.test.ts': [...expressionCases, ...accumulatorCases]
    .map(([name, make]): Row => ({ name, uses: recordOperators(({ db }) => make(db.command.aggregate)) }))
    .concat(
      stageCases.map(([name, make]) => ({
        name,
        uses: recordOperators(({ db, started }) => make(started, db.command)),
      })),
    ),
}

const refused: Record<string, Row[]> = {
  'queries.test.ts': queryRefusals.map(([name, where]) => ({
    name,
    uses: recordOperators(({ db }) => where(db.command, db)),
  })),
  'updates.test.ts': updateRefusals.map(([name, data]) => ({
    name,
    uses: recordOperators(({ db }) => data(db.command)),
  })),
  'aggregates.test.ts': aggregateRefusals.map(([name, make]) => ({
    name,
    uses: recordOperators(({ db, started }) => make(started, db.command)),
  })),
}

export type State = 'works' | 'refused' | 'not sent' | 'works as an object' | 'refused as an object'

/** What becomes of an operator, and the first row that shows it; undefined where nothing shows it. */
export type Shown = { state: State; by?: string }

export function stateOf({ kind, name, isThere }: SdkOperator): Shown | undefined {
  const isWritten = !isThere && kind === 'aggregate'
  const use = isWritten ? `object $${name}` : `${kind} ${name}`
  const suffix = isWritten ? ' as an object' : ''
  const works =
    find(shown, ({ name: row, uses }) => uses.has(use) && row.split(/[ ,]/)[0] === name) ??
    find(shown, ({ name: row, uses }) => uses.has(use) && (!isStrict(kind) || row.endsWith(name)))
  if (works) return { state: `works${suffix}` as State, by: works }
  // A refusal is one of the operator only where the row is about it, and not about what it was given.
  const refusal = find(refused, ({ name: row, uses }) => uses.has(use) && row.split(' ').at(-1) === name)
  if (refusal) return { state: `refused${suffix}` as State, by: refusal }
  return isThere ? undefined : { state: 'not sent' }
}

/** Rows of aggregations use other operators by the way, which shows nothing of those. */
const isStrict = (kind: Kind) => kind === 'aggregate' || kind === 'stage'

function find(tables: Record<string, Row[]>, isWanted: (row: Row) => boolean): string | undefined {
  for (const [file, rows] of Object.entries(tables)) {
    const row = rows.find(isWanted)
    if (row) return `${file}: ${row.name}`
  }
  return undefined
}

const SECTIONS: Record<Kind, string> = {
  command: 'Of `db.command`, in conditions and updates',
  chained: 'Of what a condition of `db.command` answers: `_.gt(1).and(…)`',
  modifier: 'Of `_.push({ … })`',
  project: 'Of `db.command.project`',
  aggregate: 'Of `db.command.aggregate`: expressions and accumulators',
  stage: 'Stages: of `collection.aggregate()` and `db.command.aggregate.pipeline()`',
}

const WORDS: Record<State, string> = {
  works: 'works',
  refused: 'refused, by name',
  'not sent': 'declared, but the SDK does not have it',
  'works as an object': 'the SDK does not have it; written out as an object it works',
  'refused as an object': 'the SDK does not have it; written out as an object it is refused, by name',
}

/** tools/local-cloud/OPERATORS.md */
export function describeOperators(operators: readonly SdkOperator[]): string {
  const count = (state: State) => operators.filter((one) => stateOf(one)?.state === state).length
  const sections = (Object.keys(SECTIONS) as Kind[]).map((kind) => {
    const rows = operators.filter((one) => one.kind === kind).map(describe)
    return `## ${SECTIONS[kind]}\n| operator | | shown by |\n|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# The operators of wx-server-sdk

Each operator that the SDK's type definitions declare, or that it has, and what becomes of it in the local cloud: ${count('works')} work, ${count('refused')} are refused by name, and ${operators.length - count('works') - count('refused')} are declared but cannot be called (${count('works as an object')} of these work where they are written out as an object, as in \`{ $trim: … }\`).

Made by \`tests/local-cloud/operators.test.ts\` from the SDK and from the tables in \`tests/local-cloud/operators/\`: each row of a table sends an operator through the real SDK and compares what is then found, stored or answered. The test fails where an operator has no row, and where this page is not what it makes. \`UPDATE=1 npx jest --selectProjects units --testPathPatterns local-cloud/operators\` writes the page anew.

${sections.join('\n')}`
}

function describe(operator: SdkOperator): string {
  const found = stateOf(operator)
  return `| \`${operator.name}\` | ${found ? WORDS[found.state] : 'nothing shows it'} | ${found?.by ?? ''} |`
}
