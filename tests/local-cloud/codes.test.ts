import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { sdkFor } from '../support/local-cloud'
import { startPhoneCloud } from '../support/phone-cloud'

jest.setTimeout(60_000)

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startPhoneCloud()
})

afterEach(() => cloud.wechat.settings.reset())
afterAll(() => cloud.close())

type Code = { errCode: number; errMsg: string; contentType?: string; buffer?: Buffer }

const getCode = (params: object): Promise<Code> =>
  sdkFor(cloud)
    .openapi.wxacode.getUnlimited(params)
    .catch((thrown: unknown) => thrown)

async function picture(params: object) {
  const { buffer } = await getCode(params)
  const { width, height, data } = PNG.sync.read(buffer ?? Buffer.of())
  const pixels = Array.from({ length: width * height }, (_, at) =>
    [...data.subarray(at * 4, at * 4 + 4)].join(),
  )
  const read = jsqr(new Uint8ClampedArray(data), width, height)
  return { width, height, colours: [...new Set(pixels)].sort(), text: read?.data }
}

describe('a code', () => {
  it('is a picture that leads to the page with its scene', async () => {
    const { contentType, errCode } = await getCode({ scene: 'i=204', page: 'pages/issue/index' })
    expect({ contentType, errCode }).toEqual({ contentType: 'image/png', errCode: 0 })
    expect(await picture({ scene: 'i=204', page: 'pages/issue/index' })).toEqual({
      width: 430,
      height: 430,
      colours: ['0,0,0,255', '255,255,255,255'],
      text: `${cloud.url}#/pages/issue/index?scene=i%3D204`,
    })
  })

  it.each([undefined, ''])('leads to the home page where the page is %j', async (page) => {
    expect((await picture({ scene: 'a', page })).text).toBe(`${cloud.url}#/pages/index/index?scene=a`)
  })

  it('takes every character that WeChat allows, up to 32', async () => {
    for (const scene of ["abzABZ019!#$&'()*+,/:;=?@-._~", 'x'.repeat(32)]) {
      const { text } = await picture({ scene, width: 600 })
      expect(new URLSearchParams(text?.split('?')[1]).get('scene')).toBe(scene)
    }
  })

  it('leads to the pages that are published now', async () => {
    cloud.wechat.settings.change({ pages: ['pages/next/index'] })
    expect((await picture({ scene: 'a' })).text).toBe(`${cloud.url}#/pages/next/index?scene=a`)
    expect(await getCode({ scene: 'a', page: 'pages/issue/index' })).toMatchObject({ errCode: 41030 })
  })

  it('leads to a page that is not published yet where the path is not to be checked', async () => {
    const { text } = await picture({ scene: 'a', page: 'pages/next/index', checkPath: false })
    expect(text).toBe(`${cloud.url}#/pages/next/index?scene=a`)
  })

  it('can be read with the longest page and scene in the least width', async () => {
    const page = `pages/${'x'.repeat(122)}`
    const { text } = await picture({ scene: '='.repeat(32), page, checkPath: false, width: 280 })
    expect(text).toBe(`${cloud.url}#/${page}?scene=${'%3D'.repeat(32)}`)
  })

  it.each<[string, object, object]>([
    ['its width', { width: 280 }, { width: 280, height: 280 }],
    ['its largest width', { width: 1280 }, { width: 1280, height: 1280 }],
    [
      'its colour',
      { lineColor: { r: 28, g: 63, b: 110 } },
      { colours: ['255,255,255,255', '28,63,110,255'] },
    ],
    [
      'its colour as text',
      { lineColor: { r: '28', g: '63', b: '110' } },
      { colours: ['255,255,255,255', '28,63,110,255'] },
    ],
    [
      'a colour of WeChat’s choice',
      { autoColor: true, lineColor: { r: 9, g: 9, b: 9 } },
      { colours: ['0,0,0,255', '255,255,255,255'] },
    ],
    ['no ground', { isHyaline: true }, { colours: ['0,0,0,255', '255,255,255,0'] }],
  ])('has %s as asked', async (_name, params, look) => {
    expect(await picture({ scene: 'a', ...params })).toMatchObject(look)
  })

  it.each(['release', 'trial', 'develop'])('is made for the version %s', async (envVersion) => {
    expect(await getCode({ scene: 'a', envVersion })).toMatchObject({ errCode: 0 })
  })
})

describe('is refused:', () => {
  it.each<[number, string, object]>([
    [40169, 'invalid length for scene, or the data is not json string', {}],
    [40169, 'invalid length for scene', { scene: '' }],
    [40169, 'invalid length for scene', { scene: 'x'.repeat(33) }],
    [40169, 'invalid length for scene', { scene: 'i=%20' }],
    [40169, 'invalid length for scene', { scene: '期' }],
    [40169, 'invalid length for scene', { scene: 'a b' }],
    [40169, 'invalid length for scene', { scene: 'a\n' }],
    [40169, 'invalid length for scene', { scene: 7 }],
    [85096, 'not allow include scancode_time field', { scene: 'scancode_time=1' }],
    [41030, 'invalid page', { scene: 'a', page: 'pages/next/index' }],
    [41030, 'invalid page', { scene: 'a', page: '/pages/issue/index' }],
    [41030, 'invalid page', { scene: 'a', page: 'pages/issue/index?id=1', checkPath: false }],
    [41030, 'invalid page', { scene: 'a', page: 'pages/issue/index#top', checkPath: false }],
    [41030, 'invalid page', { scene: 'a', page: `pages/${'x'.repeat(123)}`, checkPath: false }],
    [41030, 'invalid page', { scene: 'a', page: 7 }],
    [40097, 'invalid args', { scene: 'a', width: 279 }],
    [40097, 'invalid args', { scene: 'a', width: 1281 }],
    [40097, 'invalid args', { scene: 'a', width: 300.5 }],
    [40097, 'invalid args', { scene: 'a', envVersion: 'formal' }],
    [40097, 'invalid args', { scene: 'a', lineColor: { r: 256, g: 0, b: 0 } }],
    [40097, 'invalid args', { scene: 'a', isHyaline: 'yes' }],
  ])('%d %s for %j', async (errCode, words, params) => {
    expect(await getCode(params)).toMatchObject({
      errCode,
      errMsg: expect.stringContaining(`openapi.wxacode.getUnlimited:fail ${words}`),
    })
  })

  it('45009 beyond the limit of a minute of the clock', async () => {
    expect(cloud.wechat.settings.current.codesPerMinute).toBe(5000)
    await cloud.clock.moveTo(Date.UTC(2031, 0, 1))
    cloud.wechat.settings.change({ codesPerMinute: 1 })
    const codes = async () => (await getCode({ scene: 'a' })).errCode
    expect([await codes(), await codes()]).toEqual([0, 45009])
    await cloud.clock.advance(60_000)
    expect(await codes()).toBe(0)
  })
})
