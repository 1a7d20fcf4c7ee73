import type { readyToPublish } from '#shared/drafts/ready-to-publish'
import type { Language } from '#shared/newsletter/bilingual'

type ProblemCode = Extract<
  ReturnType<typeof readyToPublish>,
  { problems: unknown }
>['problems'][number]['code']

export type PublishWords = {
  standing: {
    never: string
    scheduled: (moment: string, withAlerts: boolean) => string
    published: (moment: string) => string
    changed: (moment: string) => string
    withdrawn: string
  }
  correctHint: string
  planHint: string
  planTrouble: string
  planNumberTaken: string
  inTheWay: string
  problems: Record<ProblemCode, string>
  toDraft: string
  openDraft: string
  thisIssue: string
  issue: (series: string, number: string) => string
  toItem: string
  toCheck: (marks: number) => string
  unsaved: Record<'offline' | 'refused' | 'conflict', string>
  sameNumber: string
  toOther: string
  when: string
  now: string
  later: string
  beijing: string
  day: string
  today: string
  tomorrow: string
  /** `weekday`: 0 is Sunday. */
  dayName: (weekday: number, day: number) => string
  time: string
  notATime: string
  past: string
  alerts: string
  withAlerts: string
  withoutAlerts: string
  followers: (count: number) => string
  noAlertsPossible: string
  note: string
  noteHint: string
  noteZh: string
  noteEn: string
  noteExample: Record<Language, string>
  noteTooLong: string
  will: string
  willShow: (issue: string, moment: string | null) => string
  willCorrect: (issue: string, moment: string | null) => string
  /** Of one that was withdrawn. */
  willShowAgain: (issue: string, moment: string | null) => string
  willTell: (count: number | null) => string
  willTellNoneYet: string
  willTellNobody: string
  willTellNobodyAgain: string
  willNote: string
  willNotNote: string
  acts: Record<'publish' | 'schedule' | 'correct' | 'again', string>
  confirm: string
  notYet: string
  done: Record<'publish' | 'schedule' | 'correct' | 'again', string>
  nobodyTold: string
  readIt: string
  watchIt: string
  unschedule: string
  unscheduled: string
  unscheduleTooLate: string
  withdraw: string
  withdrawQuestion: string
  withdrawConfirm: string
  withdrawn: string
  changedMeanwhile: (name: string) => string
  numberTaken: string
  incomplete: string
  unknownOutcome: string
}

const zh: PublishWords = {
  standing: {
    never: '读者还看不到这一期。',
    scheduled: (moment, withAlerts) =>
      withAlerts
        ? `已定于北京时间 ${moment} 发布，并提醒订阅的读者。`
        : `已定于北京时间 ${moment} 发布，不派发提醒。`,
    published: (moment) => `读者看到的就是这份草稿，北京时间 ${moment} 发布。`,
    changed: (moment) => `北京时间 ${moment} 已发布。此后草稿有改动，读者还看不到。`,
    withdrawn: '这一期已撤回，读者看不到。',
  },
  correctHint: '要更正，请先修改草稿，再回到这里发布更正。',
  planHint: '到时发布的是安排时的文字；之后的改动，要重新安排才会包括在内。',
  planTrouble: '上次安排的发布没有做成。',
  planNumberTaken: '上次安排的发布没有做成：总期号或系列期号已被另一期占用。请在草稿里更正编号。',
  inTheWay: '发布之前',
  problems: {
    'no-series': '缺系列的名称，中文或英文至少要有一个。',
    'no-month': '缺年月。',
    'no-items': '还没有任何条目。',
    'empty-item': '有一条既没有标题也没有正文。',
    'no-title': '有一条只有正文，没有标题。',
    'not-sound': '有的内容不合规格，请回到草稿检查。',
  },
  toDraft: '去补上',
  openDraft: '打开草稿',
  thisIssue: '这一期',
  issue: (series, number) => `《${series}》${number}`,
  toItem: '去看这一条',
  toCheck: (marks) => `对照检查还有 ${marks} 处没有看过（不妨碍发布）`,
  unsaved: {
    offline: '有改动还没存到云端。联网保存后才能发布。',
    refused: '有改动没能保存。请回到草稿处理后再发布。',
    conflict: '另一位编辑也改了这份草稿。请回到草稿，合并后再发布。',
  },
  sameNumber: '另一份草稿也是这个系列的这一期，编号不能重复。',
  toOther: '看那一份',
  when: '什么时候',
  now: '现在',
  later: '定时',
  beijing: '北京时间，与手机所在的时区无关。',
  day: '日期',
  today: '今天',
  tomorrow: '明天',
  dayName: (weekday, day) => `${day}\u00a0日\u00a0周${'日一二三四五六'[weekday] ?? ''}`,
  time: '时间',
  notATime: '请写成 09:00 这样的时间。',
  past: '这个时间已经过了。',
  alerts: '提醒读者',
  withAlerts: '提醒',
  withoutAlerts: '不提醒',
  followers: (count) => `目前有 ${count} 位读者订阅了这个系列的提醒。`,
  noAlertsPossible: '提醒还没有设置好，选了也不会派发。',
  note: '更正说明',
  noteHint: '写在刊头下面，告诉读者更正了什么。不写则不说明。更正不会再次提醒读者。',
  noteZh: '中文',
  noteEn: '英文',
  noteExample: {
    zh: '第二条中的施行日期已更正为 2021 年 9 月 1 日。',
    en: 'The effective date in the second item was corrected to September 1, 2021.',
  },
  noteTooLong: '最多 500 字。',
  will: '将会发生',
  willShow: (issue, moment) =>
    moment === null ? `${issue}立即对读者可见。` : `${issue}在北京时间 ${moment} 对读者可见。`,
  willCorrect: (issue, moment) =>
    moment === null
      ? `${issue}的文字立即换成这份草稿的。`
      : `${issue}的文字在北京时间 ${moment} 换成这份草稿的。`,
  willShowAgain: (issue, moment) =>
    moment === null ? `${issue}立即重新对读者可见。` : `${issue}在北京时间 ${moment} 重新对读者可见。`,
  willTell: (count) =>
    count === null
      ? '订阅了这个系列的读者会收到提醒，提醒发出后收不回来。'
      : `${count} 位订阅的读者会收到提醒，提醒发出后收不回来。`,
  willTellNoneYet: '目前没有读者订阅；到发布时才订阅的，也会收到提醒。',
  willTellNobody: '不派发提醒。',
  willTellNobodyAgain: '不会再次提醒读者。',
  willNote: '刊头下面会显示更正说明。',
  willNotNote: '刊头下面不会有更正说明。',
  acts: { publish: '发布', schedule: '安排发布', correct: '发布更正', again: '重新发布' },
  confirm: '确认',
  notYet: '再想想',
  done: { publish: '已发布。', schedule: '已安排好。', correct: '更正已发布。', again: '已重新发布。' },
  nobodyTold: '已发布，但没有派发提醒：提醒还没有设置好。',
  readIt: '看读者看到的样子',
  watchIt: '看提醒与阅读',
  unschedule: '取消安排',
  unscheduled: '安排已取消，读者看不到任何变化。',
  unscheduleTooLate: '已经来不及了：到了时间，这一期刚刚发布。',
  withdraw: '撤回这一期',
  withdrawQuestion: '读者将看不到这一期，还没发出的提醒不再发送；已发出的提醒收不回来。草稿会留着。',
  withdrawConfirm: '确认撤回',
  withdrawn: '已撤回。',
  changedMeanwhile: (name) => `${name}刚刚改了这份草稿，所以没有发布。请再看一遍，然后发布。`,
  numberTaken: '没有发布：总期号或系列期号已被另一期占用。请回到草稿更正编号。',
  incomplete: '没有发布：内容还不完整，或者时间已经过了。',
  unknownOutcome: '没有等到回答，不知道是否已经发布。联网后这里会显示实际情况；再点一次也不会重复发布。',
}

const en: PublishWords = {
  standing: {
    never: 'Readers do not see this issue yet.',
    scheduled: (moment, withAlerts) =>
      withAlerts
        ? `To be published ${moment}, Beijing time; readers who asked are told.`
        : `To be published ${moment}, Beijing time, without alerts.`,
    published: (moment) => `What readers see is this draft, published ${moment}, Beijing time.`,
    changed: (moment) =>
      `Published ${moment}, Beijing time. The draft was changed since, which readers do not see.`,
    withdrawn: 'This issue was withdrawn: readers do not see it.',
  },
  correctHint: 'To correct it, change the draft first, then come back here.',
  planHint:
    'What is published then is the text as it was when this was planned; plan it again to include later changes.',
  planTrouble: 'The last planned publication did not happen.',
  planNumberTaken:
    'The last planned publication did not happen: its running number or its number in the series belongs to another issue. Correct it in the draft.',
  inTheWay: 'Before it can be published',
  problems: {
    'no-series': 'The series has no name: it needs one in Chinese or in English.',
    'no-month': 'The month is missing.',
    'no-items': 'There are no items yet.',
    'empty-item': 'An item has neither a title nor a text.',
    'no-title': 'An item has a text and no title.',
    'not-sound': 'Something in it is not as it should be: look through the draft.',
  },
  toDraft: 'Mend it',
  openDraft: 'Open the draft',
  thisIssue: 'this issue',
  issue: (series, number) => `${series} ${number}`.trim(),
  toItem: 'Go to the item',
  toCheck: (marks) =>
    marks === 1
      ? '1 mark of the checking view was not looked at (publishing is possible)'
      : `${marks} marks of the checking view were not looked at (publishing is possible)`,
  unsaved: {
    offline: 'Some changes are not in the cloud yet. They can be published once they are.',
    refused: 'Some changes could not be saved. Go back to the draft and mend that first.',
    conflict: 'Another editor has changed this draft as well. Go back to the draft and merge both first.',
  },
  sameNumber: 'Another draft is the same issue of this series: numbers may not repeat.',
  toOther: 'Look at that one',
  when: 'When',
  now: 'Now',
  later: 'At a time',
  beijing: 'Beijing time, whatever the phone’s own time zone is.',
  day: 'Day',
  today: 'Today',
  tomorrow: 'Tomorrow',
  dayName: (weekday, day) =>
    `${['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][weekday] ?? ''}\u00a0${day}`,
  time: 'Time',
  notATime: 'Write a time like 09:00.',
  past: 'This time has passed already.',
  alerts: 'Telling readers',
  withAlerts: 'With alerts',
  withoutAlerts: 'Without',
  followers: (count) =>
    count === 1
      ? '1 reader asks for alerts of this series at present.'
      : `${count} readers ask for alerts of this series at present.`,
  noAlertsPossible: 'Alerts are not set up yet: none will be sent.',
  note: 'Note of the correction',
  noteHint:
    'It stands under the masthead and tells readers what was corrected. Left empty, nothing is said. A correction never sends a second alert.',
  noteZh: 'Chinese',
  noteEn: 'English',
  noteExample: {
    zh: '第二条中的施行日期已更正为 2021 年 9 月 1 日。',
    en: 'The effective date in the second item was corrected to September 1, 2021.',
  },
  noteTooLong: 'At most 500 characters.',
  will: 'What will happen',
  willShow: (issue, moment) =>
    moment === null
      ? `Readers see ${issue} at once.`
      : `Readers see ${issue} from ${moment} on, Beijing time.`,
  willCorrect: (issue, moment) =>
    moment === null
      ? `The text of ${issue} becomes that of this draft at once.`
      : `The text of ${issue} becomes that of this draft ${moment}, Beijing time.`,
  willShowAgain: (issue, moment) =>
    moment === null
      ? `Readers see ${issue} again at once.`
      : `Readers see ${issue} again from ${moment} on, Beijing time.`,
  willTell: (count) =>
    count === null
      ? 'Readers who ask for alerts of this series are told; an alert cannot be called back.'
      : count === 1
        ? '1 reader who asked is told; an alert cannot be called back.'
        : `${count} readers who asked are told; an alert cannot be called back.`,
  willTellNoneYet: 'No reader asks for alerts at present; those who ask until then are told.',
  willTellNobody: 'Nobody is sent an alert.',
  willTellNobodyAgain: 'Nobody is told a second time.',
  willNote: 'The note of the correction stands under the masthead.',
  willNotNote: 'There will be no note of the correction.',
  acts: {
    publish: 'Publish',
    schedule: 'Plan it',
    correct: 'Publish the correction',
    again: 'Publish it again',
  },
  confirm: 'Yes',
  notYet: 'Not yet',
  done: {
    publish: 'It is published.',
    schedule: 'It is planned.',
    correct: 'The correction is published.',
    again: 'It is published again.',
  },
  nobodyTold: 'It is published, but no alerts are sent: they are not set up yet.',
  readIt: 'See it as readers do',
  watchIt: 'Alerts and reads',
  unschedule: 'Take the plan back',
  unscheduled: 'The plan was taken back. Nothing changes for readers.',
  unscheduleTooLate: 'Too late: its time had come, and the issue has just been published.',
  withdraw: 'Withdraw this issue',
  withdrawQuestion:
    'Readers will not see this issue any more, and alerts that are not out yet are not sent; those that are out cannot be called back. The draft stays.',
  withdrawConfirm: 'Yes, withdraw it',
  withdrawn: 'It was withdrawn.',
  changedMeanwhile: (name) =>
    `${name} has just changed this draft, so it was not published. Look at it again, then publish.`,
  numberTaken:
    'It was not published: its running number or its number in the series belongs to another issue. Correct it in the draft.',
  incomplete: 'It was not published: something is missing in it, or the time has passed.',
  unknownOutcome:
    'No answer came, so it is not known whether it was published. When you are online, this page shows how it stands; another tap does not publish twice.',
}

const byLanguage: Record<Language, PublishWords> = { zh, en }

export function publishWordsIn(language: Language): PublishWords {
  return byLanguage[language]
}
