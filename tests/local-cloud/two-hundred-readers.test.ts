import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone, startFixtureCloud } from '../support/fixture-functions'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startFixtureCloud()
})

afterAll(() => cloud.close())

type Answer = {
  result: { event: { asked: string; userInfo: { openId: string } }; caller: { OPENID: string } }
}

it('answers two hundred readers at once, each with their own identity', async () => {
  const readers = Array.from({ length: 200 }, (_, at) => `reader-${at}`)
  const answers = await Promise.all(
    readers.map((openid) => callFromPhone(cloud, 'caller', { asked: openid }, openid)),
  )
  const told = (answers as Answer[]).map(({ result: { event, caller } }) => [
    event.asked,
    event.userInfo.openId,
    caller.OPENID,
  ])
  expect(told).toEqual(readers.map((openid) => [openid, openid, openid]))
  const instances = new Set(cloud.functions.calls('caller').map(({ instance }) => instance))
  expect(instances.size).toBe(8)
})
