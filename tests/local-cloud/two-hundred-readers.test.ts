import type { FaultRuleInput } from '../../tools/local-cloud/faults/fault-rule'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startFaultsCloud } from '../support/faults-cloud'
import { callFromPhone, startFixtureCloud } from '../support/fixture-functions'
import { anSdkDatabase } from '../support/sdk-database'

/** A worker that was killed takes a while to be replaced, and many are. */
jest.setTimeout(60_000)

const readers = Array.from({ length: 200 }, (_, at) => `reader-${at}`)

describe('two hundred readers at once', () => {
  let cloud: LocalCloud

  beforeAll(async () => {
    cloud = await startFixtureCloud()
  })

  afterAll(() => cloud.close())

  type Answer = {
    result: { event: { asked: string; userInfo: { openId: string } }; caller: { OPENID: string } }
  }

  it('are answered, each with their own identity', async () => {
    const answers = await Promise.all(
      readers.map((openid) => callFromPhone(cloud, 'caller', { asked: openid }, openid)),
    )
    const told = (answers as Answer[]).map(({ result: { event, caller } }) => [
      event.asked,
      event.userInfo.openId,
      caller.OPENID,
    ])
    expect(told).toEqual(readers.map((openid) => [openid, openid, openid]))
  })
})

describe('two hundred readers at once, while things go wrong', () => {
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
  const ADD = 'database.insertDocument'
  const stored = async () => (await things().limit(1000).get()).data.map(({ _id }) => String(_id)).sort()

  type End = { openid: string; ends: unknown }

  /** Each adds one document of their own name; how each call ended, which it does exactly once. */
  async function addAll(): Promise<End[]> {
    let ended = 0
    const ends = await Promise.all(
      readers.map(async (openid) => {
        const answer = await callFromPhone(cloud, 'writer', { ids: [openid] }, openid).catch(
          () => 'no answer',
        )
        ended += 1
        return { openid, ends: answer }
      }),
    )
    expect(ended).toBe(readers.length)
    await cloud.functions.idle()
    return ends
  }

  /** The readers whom a fault met; a fault knows them by the run that it met, and by the document. */
  function metReaders(): string[] {
    const met = cloud.faults.met()
    for (const { openid, documents } of met) expect(documents).toEqual([openid])
    return met.map(({ openid }) => String(openid)).sort()
  }

  it('are answered by eight instances at once, and by no more', async () => {
    const held = cloud.faults.add({ action: ADD, function: 'writer', fault: { kind: 'hold' } })
    const all = addAll()
    // As long as none of them has an answer, each instance is at work for one reader.
    const met = await cloud.faults.whenMet(held, 8)
    cloud.faults.remove(held)
    await cloud.faults.release()
    for (const { ends } of await all) expect(ends).toEqual({ result: ['added'] })
    const instances = new Set(met.map(({ instance }) => instance))
    expect(instances.size).toBe(8)
    for (const { instance } of cloud.functions.calls('writer').slice(-readers.length))
      expect(instances).toContain(instance)
  })

  const others = (met: string[]) => readers.filter((openid) => !met.includes(openid)).sort()

  it.each<[string, FaultRuleInput['fault'], unknown, boolean]>([
    ['whose worker is killed before it wrote', { kind: 'kill' }, { errCode: -504002 }, false],
    ['whose worker is killed after it wrote', { kind: 'kill', when: 'after' }, { errCode: -504002 }, true],
    ['whose write is cut off before it is done', { kind: 'drop' }, { result: ['-501001'] }, false],
    [
      'whose write is cut off after it is done',
      { kind: 'drop', when: 'after' },
      { result: ['-501001'] },
      true,
    ],
    ['whose write takes long', { kind: 'delay', ms: 20 }, { result: ['added'] }, true],
  ])('only those are the worse for it %s', async (_whom, fault, end, isWritten) => {
    cloud.faults.add({ action: ADD, function: 'writer', on: { chance: 0.03, seed: 7 }, fault })
    const ends = await addAll()
    const met = metReaders()
    expect(met.length).toBeGreaterThan(2)
    for (const { openid, ends: answer } of ends)
      expect(answer).toMatchObject(met.includes(openid) ? (end as object) : { result: ['added'] })
    expect(await stored()).toEqual(isWritten ? [...readers].sort() : others(met))
  })

  it('all are answered in the end where some stood still', async () => {
    const rule = cloud.faults.add({
      action: ADD,
      function: 'writer',
      on: { chance: 0.02, seed: 3 },
      fault: { kind: 'freeze', when: 'after' },
    })
    // Fewer than there are workers, so that the others go on.
    let isOver = false
    const all = addAll().finally(() => {
      isOver = true
    })
    for (let times = 1; !isOver; times += 1) {
      await Promise.race([cloud.faults.whenMet(rule, times), all])
      void cloud.faults.release()
    }
    for (const { ends } of await all) expect(ends).toEqual({ result: ['added'] })
    expect(metReaders().length).toBeGreaterThan(0)
    expect(await stored()).toEqual([...readers].sort())
  })

  it('are told apart also where the phone hears nothing', async () => {
    cloud.faults.add({
      action: 'client.callFunction',
      on: { chance: 0.3, seed: 5 },
      fault: { kind: 'drop', when: 'after' },
    })
    const ends = await addAll()
    const met = cloud.faults.met().map(({ openid }) => openid)
    expect(
      ends
        .filter((each) => each.ends === 'no answer')
        .map(({ openid }) => openid)
        .sort(),
    ).toEqual([...met].sort())
    expect(met.length).toBeGreaterThan(10)
    expect(await stored()).toEqual([...readers].sort())
  })
})
