/** `npm run newsletter -- COMMAND …`: the command line for editors and developers. */
import { alertSettings } from './newsletter/alert-settings'
import { alerts } from './newsletter/alerts'
import type { Command } from './newsletter/command'
import { importIssue } from './newsletter/import-issue'
import { parse } from './newsletter/parse'
import { publish } from './newsletter/publish'
import { cancel, pause, resume, sendAgain } from './newsletter/steer'
import { withdraw } from './newsletter/withdraw'

/** One file a command. */
const commands: Record<string, Command> = {
  parse,
  import: importIssue,
  publish,
  withdraw,
  alerts,
  pause,
  resume,
  cancel,
  'send-again': sendAgain,
  'alert-settings': alertSettings,
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return explain(Object.values(commands))
  const subjects = args.filter((argument) => argument !== command.option)
  const [subject = ''] = subjects
  const isMissing = subject === '' && !command.isSubjectOptional
  if (isMissing || subjects.length > 1 || subject.startsWith('--')) return explain([command])
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
