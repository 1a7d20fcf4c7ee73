import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FunctionConfig } from '../../config/functions'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone, startFixtureCloud, untilCalls } from '../support/fixture-functions'

const lines: string[] = []

describe('a function that is built anew while the cloud runs', () => {
  let folder: string
  let other: LocalCloud

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'builds-'))
    build("exports.main = () => 'first'")
    const config: FunctionConfig = { timeLimit: 5, memory: 128, runtime: 'Nodejs20.19', invoker: 'readers' }
    other = await startFixtureCloud({
      functionsDir: folder,
      functions: { changing: config },
      log: (line) => lines.push(line),
    })
  })

  afterEach(async () => {
    await other.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** As a build puts it: each file at once in the place of the earlier one. */
  function build(code: string, config?: object): void {
    mkdirSync(join(folder, 'changing'), { recursive: true })
    const put = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      renameSync(join(folder, name), join(folder, 'changing', name))
    }
    put('index.js', code)
    if (config) put('config.json', JSON.stringify(config))
  }

  it('runs the new code at its next call', async () => {
    expect(await callFromPhone(other, 'changing')).toEqual({ result: 'first' })
    build("exports.main = () => 'second'")
    expect(await callFromPhone(other, 'changing')).toEqual({ result: 'second' })
  })

  it('lets a call that is running finish in the code that it began in', async () => {
    build(`exports.main = () => {
      console.log('in the old code')
      return new Promise((resolve) => setTimeout(resolve, 200, 'old'))
    }`)
    const running = callFromPhone(other, 'changing')
    await untilCalls(other, 'changing', (calls) => calls.at(-1)?.lines.length === 1)
    build("exports.main = () => 'new'")
    expect(await callFromPhone(other, 'changing')).toEqual({ result: 'new' })
    expect(await running).toEqual({ result: 'old' })
    expect(await callFromPhone(other, 'changing')).toEqual({ result: 'new' })
  })

  it('answers an error while its build is broken or gone, and works again after a good one', async () => {
    build('exports.main = (')
    expect(await callFromPhone(other, 'changing')).toMatchObject({ errCode: -504002 })
    rmSync(join(folder, 'changing'), { recursive: true })
    expect(await callFromPhone(other, 'changing')).toMatchObject({ errCode: -501000 })
    build("exports.main = () => 'good'")
    expect(await callFromPhone(other, 'changing')).toEqual({ result: 'good' })
  })

  it('has the timer that its config.json gives when it is due, and none once it is gone', async () => {
    const daily = (hour: number) => ({
      triggers: [{ name: 'daily', type: 'timer', config: `0 0 ${hour} * * * *` }],
    })
    other.clock.jumpTo(Date.parse('2030-01-01T08:00:00+08:00'))
    build('exports.main = () => 1', daily(9))
    expect(other.timers.list()).toHaveLength(1)
    build('exports.main = () => 1', daily(10))
    await other.clock.advance(90 * 60_000)
    expect(other.functions.calls('changing')).toEqual([])
    await other.clock.advance(90 * 60_000)
    expect(other.functions.calls('changing')).toHaveLength(1)
    rmSync(join(folder, 'changing', 'index.js'))
    await other.clock.advance(24 * 60 * 60_000)
    expect(other.functions.calls('changing')).toHaveLength(1)
    expect(other.timers.list()).toEqual([])
  })

  it('has the permissions that its config.json gives now', async () => {
    const byChanging = {
      functionName: 'changing',
      instance: 'i',
      run: 'r',
      openid: null,
      source: 'wx_client',
    }
    const may = () => other.functions.mayUseOpenApi(byChanging, 'subscribeMessage.send')
    expect(may()).toBe(false)
    expect(other.functions.mayUseOpenApi(null, 'subscribeMessage.send')).toBe(true)
    build('', { permissions: { openapi: ['subscribeMessage.send'] } })
    expect(may()).toBe(true)
    build('', { permissions: { openapi: 'subscribeMessage.send' } })
    expect(may()).toBe(false)
    expect(lines.at(-1)).toMatch(/^\[changing\] config\.json is not valid: /u)
  })
})
