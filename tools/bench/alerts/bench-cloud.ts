import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../../config/build-functions'
import type { Order, Orders } from './orders'

/** The local cloud in a process of its own, with the functions to be measured. */
export class BenchCloud {
  readonly adminUrl: string
  readonly #child: ChildProcess
  readonly #folder: string
  #orders = 0

  private constructor(child: ChildProcess, folder: string, adminUrl: string) {
    this.#child = child
    this.#folder = folder
    this.adminUrl = adminUrl
  }

  static async start(): Promise<BenchCloud> {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'))
    const functionsDir = join(folder, 'functions')
    await buildFunctions({
      names: ['bare-sends', 'usual-loop'],
      sourceDir: join(__dirname, 'functions'),
      outDir: functionsDir,
    })
    const built = join(__dirname, '../../../dist/cloudfunctions/alerts')
    cpSync(built, join(functionsDir, 'alerts'), { recursive: true })
    const args = [join(folder, 'data'), functionsDir]
    const child = fork(join(__dirname, 'cloud-main.ts'), args, { execArgv: ['--import', 'tsx'] })
    const [{ adminUrl }] = (await once(child, 'message')) as [{ adminUrl: string }]
    return new BenchCloud(child, folder, adminUrl)
  }

  async tell<Name extends keyof Orders>(
    name: Name,
    input: Parameters<Orders[Name]>[0],
  ): Promise<Awaited<ReturnType<Orders[Name]>>> {
    this.#orders += 1
    const id = this.#orders
    this.#child.send({ id, name, input } satisfies Order)
    for (;;) {
      const [said] = (await once(this.#child, 'message')) as [{ id: number; answer: never }]
      if (said.id === id) return said.answer
    }
  }

  /** MB that the largest instance of a function takes at this moment. */
  memory(): number {
    const lines = execFileSync('ps', ['-A', '-o', 'ppid=,rss='], { encoding: 'utf8' }).split('\n')
    const sizes = lines.map((line) => line.trim().split(/\s+/u).map(Number))
    const own = sizes.filter(([parent]) => parent === this.#child.pid).map(([, rss = 0]) => rss / 1024)
    return Math.max(0, ...own)
  }

  async close(): Promise<void> {
    await this.tell('close', null)
    this.#child.kill()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
