import * as v from 'valibot'
import type { SettingsChange } from '../../wechat/settings'
import type { WeChat } from '../../wechat/wechat'
import { change, read } from '../call'
import { cutText } from '../cut-text'

const MOST_EVENTS = 100
const SHOWN_LENGTH = 4_000

export function wechatCalls(wechat: WeChat) {
  return {
    'wechat-settings': read(v.object({}), () => wechat.settings.current),

    /** The settings themselves check what they may be. */
    'wechat-settings/change': change(v.object({ change: v.unknown() }), ({ change }) => {
      wechat.settings.change(change as SettingsChange)
      return wechat.settings.current
    }),

    /** What the message push gave to the function that it reaches, the newest first. */
    'wechat-events': read(v.object({}), () => ({
      pushTo: wechat.pushTo,
      given: wechat
        .givenEvents()
        .map(({ event, openid, at, answer, error }, index) => ({
          key: index,
          name: String(event.Event),
          json: cutText(JSON.stringify(event, null, 2), SHOWN_LENGTH).text,
          openid,
          at,
          answer: answer === null ? null : cutText(answer, SHOWN_LENGTH).text,
          error,
        }))
        .slice(-MOST_EVENTS)
        .reverse(),
    })),
  }
}
