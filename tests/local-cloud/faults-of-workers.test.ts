import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startFaultsCloud } from '../support/faults-cloud'
import { callFromPhone } from '../support/fixture-functions'
import { anSdkDatabase } from '../support/sdk-database'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startFaultsCloud()
})

afterAll(() => cloud.close())

beforeEach(async () => {
  await cloud.faults.clear()
  await things().where({ _id: /./ }).remove()
})

const things = () => anSdkDatabase(cloud).collection('things')
const stored = async () => (await things().get()).data.map(({ _id }) => _id)
const write = (...ids: string[]) => callFromPhone(cloud, 'writer', { ids }, 'reader-1')

const ADD = 'database.insertDocument'
const KILLED = { errCode: -504002, errMsg: expect.stringContaining("The function's process was killed.") }

describe('a worker that is killed', () => {
  it.each([
    ['before', 1, []],
    ['after', 1, ['a']],
    ['before', 2, ['a']],
    ['after', 2, ['a', 'b']],
    ['after', 3, ['a', 'b', 'c']],
  ] as const)('%s call %d leaves %j behind, and the next call is served', async (when, call, left) => {
    cloud.faults.add({ action: ADD, function: 'writer', on: { call }, fault: { kind: 'kill', when } })
    expect(await write('a', 'b', 'c')).toMatchObject(KILLED)
    expect(await stored()).toEqual(left)
    expect(cloud.faults.met()).toMatchObject([
      { kind: 'kill', when, function: 'writer', openid: 'reader-1', documents: [['a', 'b', 'c'][call - 1]] },
    ])
    expect(await write('d')).toEqual({ result: ['added'] })
  })

  it('leaves to be carried out what it had sent already', async () => {
    const held = cloud.faults.add({ action: ADD, on: { call: 1 }, fault: { kind: 'hold' } })
    const killed = cloud.faults.add({ action: ADD, on: { call: 2 }, fault: { kind: 'kill' } })
    const answer = callFromPhone(cloud, 'writer', { ids: ['a', 'b'], atOnce: true })
    await cloud.faults.whenMet(held)
    const [{ documents } = { documents: [] }] = await cloud.faults.whenMet(killed)
    expect(await answer).toMatchObject(KILLED)
    expect(await stored()).toEqual([])
    await cloud.faults.release()
    const rest = cloud.faults.met().find(({ rule }) => rule === held)?.documents
    expect(await stored()).toEqual(rest)
    expect(rest).not.toEqual(documents)
  })

  it('is the same one by chance under the same seed', async () => {
    const ends = async (seed: number) => {
      await cloud.faults.clear()
      cloud.faults.add({ action: ADD, on: { chance: 0.3, seed }, fault: { kind: 'kill' } })
      const answers: boolean[] = []
      for (let call = 1; call <= 8; call++) answers.push('result' in (await write(`${seed}-${call}`)))
      await things().where({ _id: /./ }).remove()
      return answers
    }
    const first = await ends(4)
    expect(new Set(first)).toEqual(new Set([true, false]))
    expect(await ends(4)).toEqual(first)
  })

  it('is none where a program outside calls', async () => {
    cloud.faults.add({ action: ADD, fault: { kind: 'kill' } })
    await things().add({ data: { _id: 'outside' } })
    expect(cloud.faults.rules()).toMatchObject([{ calls: 0 }])
  })
})

describe('a worker that is frozen', () => {
  it.each([
    ['before', []],
    ['after', ['a']],
  ] as const)('%s a call goes on when it is released', async (when, left) => {
    const rule = cloud.faults.add({ action: ADD, on: { call: 1 }, fault: { kind: 'freeze', when } })
    const answer = write('a', 'b')
    const [met] = await cloud.faults.whenMet(rule)
    expect(met).toMatchObject({ kind: 'freeze', function: 'writer', documents: ['a'], isHeld: true })
    expect(await stored()).toEqual(left)
    // Others go on, in an instance of their own.
    expect(await write('c')).toEqual({ result: ['added'] })
    await cloud.faults.release(met?.id)
    expect(await answer).toEqual({ result: ['added', 'added'] })
    expect(await stored()).toEqual(['a', 'b', 'c'])
  })

  it('finds, when it is released, what others have done meanwhile', async () => {
    const rule = cloud.faults.add({ action: ADD, on: { call: 1 }, fault: { kind: 'freeze' } })
    const answer = write('same')
    await cloud.faults.whenMet(rule)
    await write('same')
    await cloud.faults.release()
    expect(await answer).toEqual({ result: ['-502001'] })
  })

  it('can be frozen again', async () => {
    const first = cloud.faults.add({ action: ADD, on: { call: 1 }, fault: { kind: 'freeze', when: 'after' } })
    const second = cloud.faults.add({
      action: ADD,
      on: { call: 2 },
      fault: { kind: 'freeze', when: 'after' },
    })
    const answer = write('a', 'b')
    await cloud.faults.whenMet(first)
    await cloud.faults.release()
    await cloud.faults.whenMet(second)
    expect(await stored()).toEqual(['a', 'b'])
    await cloud.faults.release()
    expect(await answer).toEqual({ result: ['added', 'added'] })
  })

  it('is the same one by chance under the same seed', async () => {
    const frozen = async (seed: number) => {
      await cloud.faults.clear()
      await things().where({ _id: /./ }).remove()
      const rule = cloud.faults.add({
        action: ADD,
        on: { chance: 0.3, seed },
        fault: { kind: 'freeze', when: 'after' },
      })
      const ids: string[] = []
      for (let call = 1; call <= 8; call++) {
        const before = cloud.faults.met().length
        const answer = write(`call-${call}`)
        await Promise.race([answer, cloud.faults.whenMet(rule, before + 1)])
        for (const { documents } of cloud.faults.met().slice(before)) ids.push(...documents)
        await cloud.faults.release()
        expect(await answer).toEqual({ result: ['added'] })
      }
      return ids
    }
    const first = await frozen(4)
    expect(first.length).toBeGreaterThan(0)
    expect(first.length).toBeLessThan(8)
    expect(await frozen(4)).toEqual(first)
  })

  it('is let go on when all faults are cleared', async () => {
    const rule = cloud.faults.add({ action: ADD, fault: { kind: 'freeze' } })
    const answer = write('a')
    await cloud.faults.whenMet(rule)
    await cloud.faults.clear()
    expect(await answer).toEqual({ result: ['added'] })
  })

  it('does not keep the local cloud from closing', async () => {
    const closing = await startFaultsCloud()
    const rule = closing.faults.add({ action: ADD, fault: { kind: 'freeze' } })
    const answer = callFromPhone(closing, 'writer', { ids: ['a'] }).catch(() => 'cut off')
    await closing.faults.whenMet(rule)
    await closing.close()
    expect(await answer).toBe('cut off')
  })
})
