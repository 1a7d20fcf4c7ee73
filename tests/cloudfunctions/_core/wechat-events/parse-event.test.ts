import fc from 'fast-check'
import { parseEvent } from '#core/wechat-events/parse-event'

const SECOND = 1_893_456_000
const head = { ToUserName: 'gh_test', FromUserName: 'reader', CreateTime: SECOND, MsgType: 'event' }
const popup = { ...head, Event: 'subscribe_msg_popup_event' }
const accept = { TemplateId: 'issue', SubscribeStatusString: 'accept', PopupScene: '0' }
const reject = { TemplateId: 'report', SubscribeStatusString: 'reject', PopupScene: '0' }

const accepted = { kind: 'popup', templateId: 'issue', word: 'accept' }
const rejected = { kind: 'popup', templateId: 'report', word: 'reject' }

describe('an event is understood', () => {
  it.each<[string, object, unknown[]]>([
    ['one item as an object', { List: accept }, [accepted]],
    ['one item in an array', { List: [accept] }, [accepted]],
    ['several items, in their order', { List: [reject, accept] }, [rejected, accepted]],
    ['an object below its own name', { SubscribeMsgPopupEvent: { List: accept } }, [accepted]],
    [
      'an array below its own name',
      { SubscribeMsgPopupEvent: { List: [accept, reject] } },
      [accepted, rejected],
    ],
    ['the time as text', { CreateTime: String(SECOND), List: accept }, [accepted]],
    ['what can be read of a list', { List: [accept, null, 'x', { TemplateId: 'other' }] }, [accepted]],
  ])('with %s', (_name, fields, items) => {
    expect(parseEvent({ ...popup, ...fields })).toEqual({ from: 'reader', at: SECOND * 1000, items })
  })

  it.each<[string, object]>([
    ['texts', { MsgID: '3170085838467874816', ErrorCode: '20001' }],
    ['an error as a number', { MsgID: '3170085838467874816', ErrorCode: 20001 }],
  ])('of a message that was sent, with %s', (_name, fields) => {
    const event = { ...head, Event: 'subscribe_msg_sent_event', List: { TemplateId: 'issue', ...fields } }
    expect(parseEvent(event)?.items).toEqual([
      { kind: 'sent', templateId: 'issue', msgid: '3170085838467874816', code: 20001 },
    ])
  })

  it('of a change in the settings', () => {
    const event = { ...head, Event: 'subscribe_msg_change_event', List: reject }
    expect(parseEvent(event)?.items).toEqual([{ kind: 'change', templateId: 'report', word: 'reject' }])
  })
})

describe('what is none is nothing', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'subscribe_msg_popup_event'],
    ['a message of a reader', { ...head, MsgType: 'text', Content: 'hello' }],
    ['another event', { ...head, Event: 'user_enter_tempsession', List: accept }],
    ['an event of the prototype', { ...head, Event: 'constructor', List: accept }],
    ['no list', popup],
    ['an empty list', { ...popup, List: [] }],
    ['a list of text', { ...popup, List: 'accept' }],
    ['no sender', { ...popup, FromUserName: undefined, List: accept }],
    ['a query as the sender', { ...popup, FromUserName: { $ne: null }, List: accept }],
    ['a time that is none', { ...popup, CreateTime: 'yesterday', List: accept }],
    ['a time in milliseconds', { ...popup, CreateTime: SECOND * 1000, List: accept }],
    ['a query as the template', { ...popup, List: { ...accept, TemplateId: { $ne: null } } }],
  ])('%s', (_name, input) => {
    expect(parseEvent(input)).toBeNull()
  })

  it('nor does any junk break it', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (junk, list) => {
        parseEvent(junk)
        parseEvent({ ...popup, List: list })
        parseEvent({ ...popup, SubscribeMsgPopupEvent: list })
      }),
    )
  })
})
