import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone } from '../support/fixture-functions'
import { sdkFor } from '../support/local-cloud'
import { startPhoneCloud } from '../support/phone-cloud'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startPhoneCloud()
})

afterAll(() => cloud.close())

/** As the function `sender` calls it, whose `config.json` permits `subscribeMessage.send` alone. */
const fromFunction = async (api: 'send' | 'getUnlimited', params: object) =>
  (await callFromPhone(cloud, 'sender', { api, params }, 'reader-1')).result

const message = { touser: 'reader-2', templateId: 'bus', data: { thing1: { value: 'x' } } }
const code = { scene: 'a', checkPath: false }

describe('an open API', () => {
  it('answers a function that its config.json permits it', async () => {
    cloud.wechat.grant(['reader-2'], 'bus')
    expect(await fromFunction('send', message)).toMatchObject({ errCode: 0 })
    expect(cloud.wechat.phone('reader-2').inbox).toHaveLength(1)
  })

  it('refuses every other function with -604101, and does nothing', async () => {
    expect(await fromFunction('getUnlimited', code)).toEqual({ errCode: -604101 })
    const before = cloud.wechat.phone('reader-2').inbox.length
    const { result } = await callFromPhone(cloud, 'caller', { send: message })
    expect(result).toMatchObject({
      sent: {
        errCode: -604101,
        errMsg: expect.stringContaining('system error: error code: -604101'),
      },
    })
    expect(cloud.wechat.phone('reader-2').inbox).toHaveLength(before)
  })

  it('answers a program outside, which no config.json is about', async () => {
    const { wxacode } = sdkFor(cloud).openapi
    expect(await wxacode.getUnlimited(code)).toMatchObject({ errCode: 0, contentType: 'image/png' })
  })

  it('that does not exist is -604100, permitted or not', async () => {
    const { openapi } = sdkFor(cloud) as unknown as {
      openapi: { nowhere: { find(params: object): Promise<unknown> } }
    }
    await expect(openapi.nowhere.find({ a: 1 })).rejects.toMatchObject({ errCode: -604100 })
  })
})
