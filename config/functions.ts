/** Who may call a function: `readers` with or without a sign-in (the timeline's single page has none), `none` from outside. */
export type Invoker = 'readers' | 'signed-in' | 'none'

export type FunctionConfig = {
  /** Seconds; WeChat's own default is 3. */
  timeLimit: number
  /** MB, in steps of 128. */
  memory: number
  /** Fixed when a function is first created: WeChat cannot change it later. */
  runtime: 'Nodejs20.19'
  invoker: Invoker
  /** Environment variables that whoever deploys sets for it in the console: secrets, which stand in no file. */
  variables?: readonly string[]
}

/** Every deployed function: a folder in `cloudfunctions/` each. The local cloud enforces this, deployment writes it. */
export const functions: Record<string, FunctionConfig> = {
  issues: { timeLimit: 5, memory: 256, runtime: 'Nodejs20.19', invoker: 'readers' },
  subscriptions: { timeLimit: 5, memory: 256, runtime: 'Nodejs20.19', invoker: 'signed-in' },
  // Its timer fires every 30 seconds; a run ends by itself well before its time limit.
  alerts: { timeLimit: 60, memory: 256, runtime: 'Nodejs20.19', invoker: 'none' },
  // What WeChat's message push reaches.
  'wechat-events': { timeLimit: 5, memory: 256, runtime: 'Nodejs20.19', invoker: 'none' },
  // Its timer fires every minute: publishes what was planned.
  publisher: { timeLimit: 20, memory: 256, runtime: 'Nodejs20.19', invoker: 'none' },
  editor: {
    timeLimit: 20,
    memory: 256,
    runtime: 'Nodejs20.19',
    invoker: 'signed-in',
    variables: ['OWNER_CODE'],
  },
  codes: { timeLimit: 20, memory: 256, runtime: 'Nodejs20.19', invoker: 'signed-in' },
  // Reading a document ends after 45 seconds at the latest; the rest is for storing.
  importer: { timeLimit: 60, memory: 512, runtime: 'Nodejs20.19', invoker: 'signed-in' },
}
