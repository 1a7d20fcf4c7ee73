import type { Target } from '#shared/codes/target'
import type { Language } from '#shared/newsletter/bilingual'

export type CodesWords = {
  hint: string
  newCode: string
  channel: string
  channelExample: string
  channelHint: string
  leadsTo: string
  kinds: Record<Target['kind'], string>
  /** Within a sentence. */
  home: string
  whichSeries: string
  whichIssue: string
  noSeries: string
  noIssues: string
  earlierIssues: string
  make: string
  made: string
  cannotMake: string
  targetGone: string
  unknownOutcome: string
  codes: string
  noCodes: string
  posters: string
  postersHint: string
  noPosters: string
  /** `channel`: by which its sharers came, null: by no code. */
  poster: (channel: string | null) => string
  leads: (target: string) => string
  /** What it led to was withdrawn since. */
  leadsNowhere: string
  withdrawn: string
  readers: (count: number) => string
  madeOn: (moment: string) => string
  earlier: string
  open: string
  close: string
  pictureOf: (channel: string) => string
  fetching: string
  retry: string
  saveForPrint: string
  save: string
  printSize: string
  saved: string
  downloaded: string
  refused: string
  notSaved: string
  pointElsewhere: string
  useAgain: string
  pointHere: string
  pointed: string
  changedMeanwhile: string
  withdraw: string
  withdrawQuestion: string
  withdrawPoster: string
  withdrawConfirm: string
  withdrawnNow: string
  keep: string
  cancel: string
}

const zh: CodesWords = {
  hint: '用于刊物封底、会场或合作方柜台的码。每个码对应一个渠道；印出之后，仍可让它通向别处。',
  newCode: '做一个新码',
  channel: '渠道',
  channelExample: '例如：第 204 期封底',
  channelHint: '只有编辑看得到。',
  leadsTo: '通向',
  kinds: { home: '首页', series: '一个系列', issue: '某一期' },
  home: '首页',
  whichSeries: '哪个系列',
  whichIssue: '哪一期',
  noSeries: '还没有系列。',
  noIssues: '还没有发布任何一期。',
  earlierIssues: '更早的各期',
  make: '做这个码',
  made: '做好了，就在下面。',
  cannotMake: '微信此刻没有做成，请过几分钟再试。',
  targetGone: '没有做成：这个系列或这一期已不在，请另选一个。',
  unknownOutcome: '没有网络连接，是否做成尚不清楚。联网后请先看下面的列表，再决定是否重做。',
  codes: '已有的码',
  noCodes: '还没有码。做好的码，和经由它来的读者人数，会列在这里。',
  posters: '读者海报上的码',
  postersHint: '读者做海报时自动生成，每期、每个渠道一个。',
  noPosters: '还没有读者做过海报。',
  poster: (channel) => (channel === null ? '海报' : `海报，分享者来自“${channel}”`),
  leads: (target) => `通向${target}`,
  leadsNowhere: '它通向的内容读者已看不到：扫码的人进入首页。请改变去处。',
  withdrawn: '已停用',
  readers: (count) => (count === 0 ? '还没有读者' : `${count} 位读者`),
  madeOn: (moment) => `制作于北京时间 ${moment}`,
  earlier: '更早的码',
  open: '打开',
  close: '收起',
  pictureOf: (channel) => `${channel}的码`,
  fetching: '正在取图…',
  retry: '重试',
  saveForPrint: '保存印刷用图',
  save: '保存图片',
  printSize: '边长 1280 像素，每英寸 300 点时约 10.8 厘米。',
  saved: '已存入相册。',
  downloaded: '已下载。',
  refused: '没有保存：微信没有得到存入相册的许可。请点右上角的“···”，在“设置”里允许后再试。',
  notSaved: '没有保存成，请再试一次。',
  pointElsewhere: '改变去处',
  useAgain: '重新启用',
  pointHere: '从此通向这里',
  pointed: '改好了。已经印出的码，从现在起通向这里。',
  changedMeanwhile: '另一位编辑刚刚改过这个码，您的改动没有生效。现在显示的是最新情况。',
  withdraw: '停用',
  withdrawQuestion: '停用后，扫到它的读者会进入首页，并看到一句说明，不再计数。之后可以重新启用。',
  withdrawPoster:
    '停用后，扫到它的读者会进入首页，并看到一句说明，不再计数；这样的海报也不能再做。之后可以重新启用。',
  withdrawConfirm: '确认停用',
  withdrawnNow: '已停用，立即生效。',
  keep: '不了',
  cancel: '取消',
}

const en: CodesWords = {
  hint: 'For a back cover, a conference or a partner’s desk. Each code stands for one channel, and can still be pointed elsewhere once it is printed.',
  newCode: 'Make a new code',
  channel: 'Channel',
  channelExample: 'Back cover of No. 204',
  channelHint: 'Seen by editors only.',
  leadsTo: 'Leads to',
  kinds: { home: 'Home', series: 'A series', issue: 'An issue' },
  home: 'the home page',
  whichSeries: 'Which series',
  whichIssue: 'Which issue',
  noSeries: 'There is no series yet.',
  noIssues: 'No issue has been published yet.',
  earlierIssues: 'Earlier issues',
  make: 'Make this code',
  made: 'It is made, and stands below.',
  cannotMake: 'WeChat could not make it at this moment. Try again in a few minutes.',
  targetGone: 'Not done: this series or issue is no longer there. Choose another.',
  unknownOutcome:
    'No connection: it is not known whether the code was made. When online, look at the list below before making it again.',
  codes: 'Codes',
  noCodes: 'No codes yet. They will be listed here, with how many readers came by each.',
  posters: 'Codes on readers’ posters',
  postersHint: 'One for each issue and channel, made with its first poster.',
  noPosters: 'No reader has made a poster yet.',
  poster: (channel) => (channel === null ? 'Poster' : `Poster, shared by readers from “${channel}”`),
  leads: (target) => `Leads to ${target}`,
  leadsNowhere: 'Readers can no longer see what it leads to: they come to the home page. Point it elsewhere.',
  withdrawn: 'Withdrawn',
  readers: (count) => (count === 0 ? 'No readers yet' : count === 1 ? '1 reader' : `${count} readers`),
  madeOn: (moment) => `Made ${moment}, Beijing time`,
  earlier: 'Earlier codes',
  open: 'Open',
  close: 'Close',
  pictureOf: (channel) => `The code of ${channel}`,
  fetching: 'Fetching the picture …',
  retry: 'Try again',
  saveForPrint: 'Save for print',
  save: 'Save the picture',
  printSize: '1280 pixels wide: about 10.8 cm at 300 dots an inch.',
  saved: 'Saved to the album.',
  downloaded: 'Downloaded.',
  refused:
    'Not saved: WeChat may not write to the album. Allow it under “···”, Settings, at the top right, and try again.',
  notSaved: 'It could not be saved. Please try again.',
  pointElsewhere: 'Point elsewhere',
  useAgain: 'Use again',
  pointHere: 'Point it here',
  pointed: 'Done. What is printed leads here from now on.',
  changedMeanwhile:
    'Another editor has just changed this code, and yours was not done. What is shown now is the latest.',
  withdraw: 'Withdraw',
  withdrawQuestion:
    'Readers who scan it will come to the home page, with a word on why, and are not counted. It can be used again later.',
  withdrawPoster:
    'Readers who scan it will come to the home page, with a word on why, and are not counted; no such poster can be made any more. It can be used again later.',
  withdrawConfirm: 'Yes, withdraw',
  withdrawnNow: 'Withdrawn, with effect at once.',
  keep: 'No',
  cancel: 'Cancel',
}

const byLanguage: Record<Language, CodesWords> = { zh, en }

export function codesWordsIn(language: Language): CodesWords {
  return byLanguage[language]
}
