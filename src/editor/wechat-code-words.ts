import type { Language } from '#shared/newsletter/bilingual'

/** What WeChat's error codes mean for those who have to mend it. */
const words: Readonly<Record<number, Record<Language, string>>> = {
  43101: {
    zh: '对方在微信里已没有可用的允许次数，或关闭了这类提醒',
    en: 'no consent is left at WeChat, or such messages are switched off',
  },
  40003: { zh: '微信查不到这位读者', en: 'WeChat knows no such reader' },
  40037: {
    zh: '微信没有这个模板，请在提醒设置里更正模板编号，再取消这次派发',
    en: 'WeChat does not know the template: correct its id in the alert settings, and cancel this campaign',
  },
  41030: {
    zh: '线上版本没有提醒要打开的页面，请发布新版本后再继续',
    en: 'the page of the alert is not in the published version: release it, then resume',
  },
  43107: {
    zh: '微信禁止了本小程序的消息，请与微信沟通后再继续',
    en: 'WeChat has banned the messages of this mini-program: settle it with WeChat, then resume',
  },
  43108: { zh: '同一位读者还有一条消息正在发送', en: 'another message for this reader was under way' },
  43116: {
    zh: '微信限制了这个模板，请与微信沟通后再继续',
    en: 'WeChat has restricted this template: settle it with WeChat, then resume',
  },
  45009: { zh: '今天的调用次数已达微信的上限', en: 'the account’s limit of calls was reached' },
  45168: {
    zh: '微信没有通过提醒里的文字，请取消，或等微信放行后再继续',
    en: 'WeChat does not pass the words of this alert: cancel it, or resume once WeChat does',
  },
  47003: {
    zh: '有一个字段与模板不符，请更正提醒设置后再继续',
    en: 'a field does not fit the template: correct the alert settings, then resume',
  },
  [-1]: { zh: '微信正忙', en: 'WeChat was busy' },
  [-604100]: {
    zh: '云端没有这个接口，请更新 SDK 后再继续',
    en: 'the cloud does not know this API: update the SDK, then resume',
  },
  [-604101]: {
    zh: '云函数没有发送权限，请用开发者工具重新上传，十分钟后再继续',
    en: 'the function lacks the permission to send: upload it with the developer tools, wait ten minutes, then resume',
  },
  [-604104]: {
    zh: '云函数不是从允许的地方调用的，请重新上传它的定时触发器后再继续',
    en: 'the function was called from where it may not send: upload its timer again, then resume',
  },
}

/** Null for a code of which nothing is known. */
export function wechatCodeInWords(code: number | null, language: Language): string | null {
  return code === null ? null : (words[code]?.[language] ?? null)
}
