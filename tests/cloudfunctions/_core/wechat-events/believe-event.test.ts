import { isBelieved } from '#core/wechat-events/believe-event'

const event = { from: 'reader' }

it.each(['wx_unknown', 'wx_push', 'wx_unknown,scf'])(
  'believes what comes from %s, of the reader whom it names',
  (source) => {
    expect(isBelieved(event, { openid: 'reader', source })).toBe(true)
  },
)

it.each(['wx_client', 'wx_devtools', 'wx_http', 'wx_client,scf', 'scf,wx_client', 'wx_unknown, wx_http', ''])(
  'does not believe what comes from "%s"',
  (source) => {
    expect(isBelieved(event, { openid: 'reader', source })).toBe(false)
  },
)

it.each(['another', null])('does not believe what names another reader than the platform: %s', (openid) => {
  expect(isBelieved(event, { openid, source: 'wx_unknown' })).toBe(false)
})
