import { importIssue } from './newsletter/import-issue'
import { parse } from './newsletter/parse'
import { publish } from './newsletter/publish'
import { withdraw } from './newsletter/withdraw'

/** A command takes its arguments and answers the exit code. */
type Command = { usage: string; run(args: string[]): number | Promise<number> }

/** One file a command. */
const commands: Record<string, Command> = { parse, import: importIssue, publish, withdraw }

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (command) {
  Promise.resolve(command.run(args)).then((code) => {
    process.exitCode = code
  })
} else {
  const lines = Object.values(commands).map(({ usage }) => `  npm run newsletter -- ${usage}`)
  process.stderr.write(`Usage:\n${lines.join('\n')}\n`)
  process.exitCode = 2
}
