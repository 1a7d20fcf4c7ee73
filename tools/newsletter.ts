/** `npm run newsletter -- COMMAND …`: the command line for editors and developers. */
import type { Command } from './newsletter/command'
import { importIssue } from './newsletter/import-issue'
import { parse } from './newsletter/parse'
import { publish } from './newsletter/publish'
import { withdraw } from './newsletter/withdraw'

/** One file a command. */
const commands: Record<string, Command> = { parse, import: importIssue, publish, withdraw }

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return explain(Object.values(commands))
  const subjects = args.filter((argument) => argument !== command.option)
  const [subject] = subjects
  if (!subject || subjects.length > 1 || subject.startsWith('--')) return explain([command])
  return command.run(subject, subjects.length < args.length)
}

function explain(wanted: readonly Command[]): number {
  const lines = wanted.map(({ usage }) => `npm run newsletter -- ${usage}`)
  process.stderr.write(`Usage: ${lines.join('\n       ')}\n`)
  return 2
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
