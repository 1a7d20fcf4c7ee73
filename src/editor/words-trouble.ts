import type { ErrorCode } from '#shared/errors'
import type { Language } from '#shared/newsletter/bilingual'

/** What the desk says where something did not go well. */
export type TroubleWords = {
  /** In a page's place: what is the matter, and what to do. */
  pages: Record<ErrorCode, { title: string; hint: string }>
  /** In a line, after an act that came to nothing. */
  acts: Record<ErrorCode, string>
  /** What is shown may be out of date. */
  stale: string
  retry: string
  loading: string
  toDesk: string
}

const zh: TroubleWords = {
  pages: {
    FORBIDDEN: {
      title: '这里需要相应的权限',
      hint: '您的微信没有在这里工作的权限。请刊物的负责人发给您一个邀请。',
    },
    NOT_SIGNED_IN: { title: '微信没有说明您是谁', hint: '请从微信里重新打开本小程序。' },
    NOT_FOUND: { title: '没有找到', hint: '它可能已被删除，或者链接有误。' },
    OFFLINE: { title: '没有网络连接', hint: '联网后再试一次。' },
    CONFLICT: { title: '现在还做不到', hint: '情况刚刚有变，请再试一次。' },
    INVALID_INPUT: { title: '链接有误', hint: '请从编辑台重新进入。' },
    INTERNAL: { title: '暂时无法加载', hint: '请稍后再试一次。' },
  },
  acts: {
    FORBIDDEN: '您没有做这件事的权限，没有任何变动。',
    NOT_SIGNED_IN: '微信没有说明您是谁，请重新打开本小程序。',
    NOT_FOUND: '它已经不在了，请返回后再看。',
    OFFLINE: '没有网络连接，是否生效尚不清楚。联网后再试一次，不会重复。',
    CONFLICT: '情况刚刚有变，没有做成。请看最新的状态后再试。',
    INVALID_INPUT: '填写的内容有误，没有任何变动。',
    INTERNAL: '出了点问题，没有做成。请稍后再试一次。',
  },
  stale: '未能更新，显示的可能不是最新情况',
  retry: '重试',
  loading: '正在加载',
  toDesk: '返回编辑台',
}

const en: TroubleWords = {
  pages: {
    FORBIDDEN: {
      title: 'This needs a role',
      hint: 'Your WeChat has no role that allows this. Ask an owner of the newsletter for an invitation.',
    },
    NOT_SIGNED_IN: {
      title: 'WeChat does not say who you are',
      hint: 'Open this mini-program again from within WeChat.',
    },
    NOT_FOUND: { title: 'Not found', hint: 'It may have been deleted, or the link is wrong.' },
    OFFLINE: { title: 'No connection', hint: 'Try again when you are online.' },
    CONFLICT: { title: 'Not possible right now', hint: 'Something has just changed. Try again.' },
    INVALID_INPUT: { title: 'The link is wrong', hint: 'Open it again from the editors’ desk.' },
    INTERNAL: { title: 'Cannot be loaded at present', hint: 'Please try again in a while.' },
  },
  acts: {
    FORBIDDEN: 'You have no role that allows this. Nothing was changed.',
    NOT_SIGNED_IN: 'WeChat does not say who you are. Open this mini-program again.',
    NOT_FOUND: 'It is no longer there. Go back and look again.',
    OFFLINE:
      'No connection: it is not known whether this was done. Try again when online; it is never done twice.',
    CONFLICT: 'Something has just changed, and this was not done. Look at how it stands now, then try again.',
    INVALID_INPUT: 'Something that was filled in is not right. Nothing was changed.',
    INTERNAL: 'Something went wrong, and this was not done. Please try again in a while.',
  },
  stale: 'Could not be updated: this may not be the latest',
  retry: 'Try again',
  loading: 'Loading',
  toDesk: 'Back to the desk',
}

const byLanguage: Record<Language, TroubleWords> = { zh, en }

export function troubleWordsIn(language: Language): TroubleWords {
  return byLanguage[language]
}
