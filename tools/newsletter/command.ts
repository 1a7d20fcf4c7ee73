/** One command of `npm run newsletter`: what it is about, one option at most, and the exit code it answers. */
export type Command = {
  /** Stands in the usage message behind the command's name. */
  usage: string
  option?: `--${string}`
  /** Without a subject it is run with an empty one. */
  isSubjectOptional?: true
  run(subject: string, hasOption: boolean): number | Promise<number>
}
