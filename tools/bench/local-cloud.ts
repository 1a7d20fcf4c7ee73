import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cloud from 'wx-server-sdk'
import { connectSdk } from '../newsletter/connect-sdk'
import type { Figure } from './figure'
import { aDocument, FUNCTION, LARGE, SMALL } from './local-cloud/setting'
import { median } from './median'
import { timed } from './timed'

/** How many calls are under way at once, and how many belong to one turn of a side. */
const AT_ONCE = 10
const CALLS = 300
const TURNS = 11
/** Turns at the start that do not count: code is still being compiled. */
const WARM_UP = 4
const STARTS = 5
const CHUNK = 1000

type Call = (at: number) => Promise<unknown>

/** The local cloud against a server that answers at once, with the same SDK and the same answers, in turns. */
export async function benchLocalCloud(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const [dataDir, functionsDir] = [join(folder, 'data'), join(folder, 'functions')]
  mkdirSync(join(functionsDir, FUNCTION.name), { recursive: true })
  writeFileSync(join(functionsDir, FUNCTION.name, 'index.js'), FUNCTION.code)
  const [local, constant] = await Promise.all([
    start('cloud-main.ts', dataDir, functionsDir),
    start('constant-main.ts'),
  ])
  try {
    connectSdk(local.adminUrl)
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
    await fill('small', SMALL)
    await fill('large', LARGE)
    const figures = [...(await measureCalls(local, constant)), await measurePages(local)]
    await exportTo(join(folder, 'export.jsonl'), local.adminUrl)
    await end(local)
    return [...figures, await measureStarts({ folder, dataDir, functionsDir })]
  } finally {
    local.child.kill()
    constant.child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `milliseconds` from the start of the process until it said that it was ready. */
type Started = { child: ChildProcess; adminUrl: string; milliseconds: number }

async function start(program: string, ...args: string[]): Promise<Started> {
  const begun = performance.now()
  const child = fork(join(__dirname, 'local-cloud', program), args, { execArgv: ['--import', 'tsx'] })
  const [said] = (await once(child, 'message')) as [{ adminUrl: string }]
  return { child, ...said, milliseconds: performance.now() - begun }
}

async function end({ child }: Started): Promise<void> {
  child.send('end')
  await once(child, 'exit')
}

const collection = (name: string) => cloud.database().collection(name)

async function fill(name: string, count: number): Promise<void> {
  for (let from = 0; from < count; from += CHUNK)
    await collection(name).add({
      data: Array.from({ length: CHUNK }, (_, at) => aDocument(from + at)) as never,
    })
}

async function measureCalls(local: Started, constant: Started): Promise<Figure[]> {
  let added = 0
  const { command } = cloud.database()
  const id = (at: number) => aDocument(at % LARGE)._id
  const calls: Record<string, { call: Call; atLeast?: number }> = {
    insert: {
      call: async () => collection('written').add({ data: { ...aDocument(added), _id: `${added++}` } }),
      atLeast: 0.6,
    },
    'read-by-id': {
      call: async (at) =>
        collection('large')
          .doc(id(at * 31))
          .get(),
      atLeast: 0.6,
    },
    update: {
      call: async (at) =>
        collection('large')
          .doc(id(at * 17))
          .update({ data: { language: 'en', counts: { sent: command.inc(1) } } }),
      atLeast: 0.5,
    },
    page: { call: (at) => page('large', at * 500), atLeast: 0.5 },
    function: { call: async (at) => cloud.callFunction({ name: FUNCTION.name, data: { n: at } }) },
  }
  const figures: Figure[] = []
  for (const [name, { call, atLeast }] of Object.entries(calls)) {
    constant.child.send({ cloudUrl: local.adminUrl })
    await once(constant.child, 'message')
    const [ours, theirs] = await rates(call, [local.adminUrl, constant.adminUrl])
    figures.push({
      name: `local-cloud/${name}`,
      value: ours / theirs,
      ...(atLeast === undefined ? {} : { atLeast }),
      baseline: `calls a second of the same SDK to a server that answers the same at once (here ${Math.round(theirs)})`,
    })
  }
  return figures
}

/** 100 documents of one state, by their order: the page after a place in it. */
async function page(name: string, after: number): Promise<unknown> {
  const { command } = cloud.database()
  return collection(name)
    .where({ state: 'on', order: command.lt(1_000_003 - (after % 500_000)) })
    .orderBy('order', 'desc')
    .limit(100)
    .get()
}

async function measurePages({ adminUrl }: Started): Promise<Figure> {
  connectSdk(adminUrl)
  const times: Record<'large' | 'small', number[]> = { large: [], small: [] }
  for (let turn = 0; turn < 200; turn += 1)
    for (const name of ['large', 'small'] as const)
      times[name].push(await timed(() => page(name, turn * 500)))
  return {
    name: 'local-cloud/page-growth',
    value: median(times.large) / median(times.small),
    atMost: 5,
    baseline: `the same page of 100 out of ${SMALL} documents instead of ${LARGE}`,
  }
}

async function measureStarts({
  folder,
  dataDir,
  functionsDir,
}: Record<'folder' | 'dataDir' | 'functionsDir', string>): Promise<Figure> {
  const [starts, parses]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < STARTS; turn += 1) {
    const local = await start('cloud-main.ts', dataDir, functionsDir)
    starts.push(local.milliseconds)
    await end(local)
    parses.push((await start('parse-main.ts', join(folder, 'export.jsonl'))).milliseconds)
  }
  return {
    name: 'local-cloud/start',
    value: median(starts) / median(parses),
    atMost: 2,
    baseline: `a process that reads and parses the same ${LARGE} documents as lines of JSON`,
  }
}

async function exportTo(file: string, adminUrl: string): Promise<void> {
  const answer = await fetch(adminUrl.replace(/admin$/u, '_cloud/export'))
  const lines = (await answer.text())
    .split('\n')
    .filter((line) => line.startsWith('{"collection":"large","document"'))
  writeFileSync(file, lines.join('\n'))
}

/** Calls a second of both sides: the median of their turns. */
async function rates(call: Call, adminUrls: readonly [string, string]): Promise<[number, number]> {
  const found: [number[], number[]] = [[], []]
  for (let turn = 0; turn < WARM_UP + TURNS; turn += 1)
    for (const side of [0, 1] as const) {
      connectSdk(adminUrls[side])
      const rate = (CALLS / (await timed(() => callMany(call, turn * CALLS)))) * 1000
      if (turn >= WARM_UP) found[side].push(rate)
    }
  return [median(found[0]), median(found[1])]
}

async function callMany(call: Call, from: number): Promise<void> {
  let next = from
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < from + CALLS) await call(next++)
    }),
  )
}
