import type { CampaignSummary } from '#shared/alerts/campaign-endpoints'
import type { Channel } from '#shared/issues/endpoints'
import type { Language } from '#shared/newsletter/bilingual'
import type { ReadingMode } from '#shared/newsletter/reading'

type State = CampaignSummary['state']
type FailReason = 'refused' | 'no-such-reader' | 'attempts' | 'not-delivered'

export type WatchWords = {
  issues: string
  noIssues: string
  noAlerts: string
  states: Record<State, string>
  /** What its server says of a campaign in English, where it is always the same. */
  reasons: Readonly<Record<string, string>>
  followers: string
  followersHint: string
  noFollowers: string
  notOffered: string
  toSettings: string
  doubtful: (unconfirmed: number, all: number) => string
  alerts: string
  opened: (moment: string) => string
  finished: (moment: string) => string
  expires: (moment: string) => string
  rate: (perSecond: string) => string
  estimatedEnd: (moment: string) => string
  progress: (done: number, all: number) => string
  nobody: string
  counts: Record<'delivered' | 'accepted' | 'open' | 'failed' | 'unknown' | 'skipped', string>
  retried: (count: number) => string
  troubles: string
  someTroubles: (shown: number, all: number) => string
  failures: Record<FailReason, string>
  unknown: string
  otherFailure: string
  times: (count: number) => string
  pause: string
  resume: string
  cancelCampaign: string
  cancelQuestion: string
  confirmCancel: string
  sendAgain: string
  sendAgainQuestion: (failed: number) => string
  confirmSendAgain: string
  sentAgain: (rows: number) => string
  keep: string
  conflict: string
  reads: string
  readsHint: string
  byMode: string
  modes: Record<ReadingMode, string>
  byChannel: string
  channels: Record<Channel, string>
  beijing: string
  openIssue: string
}

const zh: WatchWords = {
  issues: '各期',
  noIssues: '还没有发布任何一期。',
  noAlerts: '未派发提醒',
  states: {
    freezing: '正在清点订阅的读者',
    sending: '正在派发',
    quiet: '静默时间，过后自动继续',
    resting: '微信要求稍候，随后自动继续',
    paused: '已暂停',
    cancelled: '已取消',
    done: '已派发完毕',
  },
  reasons: {
    'Paused by an editor.': '由编辑暂停。',
    'Cancelled by an editor.': '由编辑取消。',
    'The issue was withdrawn.': '这一期已被撤回。',
    'It was not done in time: what was left is too old to send.': '没能按时派发完，余下的已过期，不再发送。',
  },
  followers: '订阅提醒的读者',
  followersHint: '此刻希望收到新一期提醒的人数。',
  noFollowers: '还没有读者订阅提醒。',
  notOffered: '目前不能派发提醒，读者也看不到订阅的入口。请负责人在“设置 · 提醒”里补全。',
  toSettings: '提醒设置',
  doubtful: (unconfirmed, all) =>
    `过去 24 小时，读者手机报告了 ${all} 次“允许”，其中 ${unconfirmed} 次没有得到微信的确认。很可能没有设置消息推送，请负责人检查。`,
  alerts: '提醒',
  opened: (moment) => `${moment} 开始`,
  finished: (moment) => `${moment} 结束`,
  expires: (moment) => `${moment} 以后不再发送`,
  rate: (perSecond) => `每秒约 ${perSecond} 条`,
  estimatedEnd: (moment) => `预计 ${moment} 完成`,
  progress: (done, all) => `共 ${all} 位读者，${done} 位已有结果`,
  nobody: '没有读者订阅，没有要发的提醒。',
  counts: {
    delivered: '已送达',
    accepted: '微信已接收',
    open: '待发送',
    failed: '未送达',
    unknown: '结果不明',
    skipped: '不发送',
  },
  retried: (count) => `待发送的有 ${count} 条要再试一次。`,
  troubles: '没有送到的原因',
  someTroubles: (shown, all) => `共 ${all} 条，以下归纳其中 ${shown} 条。`,
  failures: {
    refused: '读者在微信里已没有可用的允许次数',
    'no-such-reader': '微信查不到这位读者',
    attempts: '试了多次，微信都没有接收',
    'not-delivered': '微信接收了，但没能送到',
  },
  unknown: '没有等到微信的回答；为免重复，不再发送',
  otherFailure: '没有说明原因',
  times: (count) => `${count} 条`,
  pause: '暂停',
  resume: '继续派发',
  cancelCampaign: '取消派发',
  cancelQuestion: '还没发出的提醒将不再发送，而且无法恢复；已发出的收不回来。',
  confirmCancel: '确认取消派发',
  sendAgain: '重发未送达的',
  sendAgainQuestion: (failed) =>
    `未送达的有 ${failed} 条。其中确定没有收到、且仍有允许次数的读者，会再收到一次提醒；结果不明的不会重发。`,
  confirmSendAgain: '确认重发',
  sentAgain: (rows) => (rows === 0 ? '没有可以重发的。' : `${rows} 条已重新排入派发。`),
  keep: '不了',
  conflict: '派发的状态刚刚变了，没有做成。下面是最新的状态。',
  reads: '阅读',
  readsHint: '每部手机首次打开这一期时计一次，不记录是谁。',
  byMode: '按语言',
  modes: { zh: '中文', en: '英文', both: '中英双语' },
  byChannel: '按来源',
  channels: { alert: '提醒', share: '好友或群聊', code: '扫码', timeline: '朋友圈', direct: '其他' },
  beijing: '时间均为北京时间。',
  openIssue: '打开这一期',
}

const en: WatchWords = {
  issues: 'Issues',
  noIssues: 'No issue has been published yet.',
  noAlerts: 'No alerts sent',
  states: {
    freezing: 'Counting the readers who asked',
    sending: 'Being sent',
    quiet: 'Quiet hours; goes on by itself afterwards',
    resting: 'WeChat asked for a rest; goes on by itself',
    paused: 'Paused',
    cancelled: 'Cancelled',
    done: 'Done',
  },
  reasons: {},
  followers: 'Readers who ask for alerts',
  followersHint: 'How many wish to be told of the next issue at this moment.',
  noFollowers: 'No reader asks for alerts yet.',
  notOffered:
    'Alerts cannot be sent at present, and readers are not offered any. An owner can mend it in the alert settings.',
  toSettings: 'Alert settings',
  doubtful: (unconfirmed, all) =>
    `In the last 24 hours readers’ phones reported ${all} consents; WeChat has not confirmed ${unconfirmed} of them. Most likely the message push is not set: an owner should look.`,
  alerts: 'Alerts',
  opened: (moment) => `Begun ${moment}`,
  finished: (moment) => `Ended ${moment}`,
  expires: (moment) => `Nothing is sent after ${moment}`,
  rate: (perSecond) => `About ${perSecond} a second`,
  estimatedEnd: (moment) => `Done by about ${moment}`,
  progress: (done, all) => `${done} of ${all} readers have an outcome`,
  nobody: 'No reader asked, so there is nothing to send.',
  counts: {
    delivered: 'Delivered',
    accepted: 'Taken by WeChat',
    open: 'Still to send',
    failed: 'Not delivered',
    unknown: 'Not known',
    skipped: 'Not sent',
  },
  retried: (count) => `${count} of those still to send will be tried again.`,
  troubles: 'Why some did not arrive',
  someTroubles: (shown, all) => `${all} in all; ${shown} of them are summed up here.`,
  failures: {
    refused: 'The reader has no consent left at WeChat',
    'no-such-reader': 'WeChat knows no such reader',
    attempts: 'Tried several times, and WeChat never took it',
    'not-delivered': 'WeChat took it and could not deliver it',
  },
  unknown: 'WeChat’s answer never came; not sent again, so that nobody is told twice',
  otherFailure: 'No reason is known',
  times: (count) => String(count),
  pause: 'Pause',
  resume: 'Resume',
  cancelCampaign: 'Cancel the campaign',
  cancelQuestion:
    'What has not been sent will never be sent, and this cannot be undone. What is out cannot be called back.',
  confirmCancel: 'Yes, cancel it',
  sendAgain: 'Send failed ones again',
  sendAgainQuestion: (failed) =>
    `${failed} did not arrive. Readers who surely got nothing and have a consent left are told once more; those not known are not.`,
  confirmSendAgain: 'Yes, send again',
  sentAgain: (rows) => (rows === 0 ? 'There is nothing to send again.' : `${rows} will be sent again.`),
  keep: 'No',
  conflict: 'The campaign has just changed, and this was not done. Below is how it stands now.',
  reads: 'Reads',
  readsHint: 'Counted once a phone, when the issue is first opened there. Nobody can be told from it.',
  byMode: 'By language',
  modes: { zh: 'Chinese', en: 'English', both: 'Both' },
  byChannel: 'By where they came from',
  channels: { alert: 'An alert', share: 'A chat', code: 'A code', timeline: 'Moments', direct: 'Elsewhere' },
  beijing: 'All times are Beijing time.',
  openIssue: 'Open this issue',
}

const byLanguage: Record<Language, WatchWords> = { zh, en }

export function watchWordsIn(language: Language): WatchWords {
  return byLanguage[language]
}
