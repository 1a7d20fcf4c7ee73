/** An error that nobody expected fails the test, also where the code that logged it went on. */
let errors: unknown[][] = []
const original = console.error

beforeEach(() => {
  errors = []
  console.error = (...args: unknown[]) => {
    errors.push(args)
  }
})

afterEach(() => {
  console.error = original
  const unexpected = errors
  errors = []
  if (unexpected.length > 0)
    throw new Error(`unexpected console.error: ${unexpected.map((args) => args.join(' ')).join('\n')}`)
})

/** For a test whose very subject logs an error: the errors so far, which then count as expected. */
export function takeConsoleErrors(): string[] {
  const taken = errors.map((args) => args.join(' '))
  errors = []
  return taken
}
