import type { Role } from '#shared/editors/endpoints'
import type { Language } from '#shared/newsletter/bilingual'

export type SettingsWords = {
  readOnly: string
  series: string
  noSeries: string
  newSeries: string
  newSeriesName: string
  alerts: string
  alertsOffered: string
  alertsNotOffered: string
  people: string
  peopleNote: string
  audit: string
  auditNote: string
  save: string
  saved: string
  titles: string
  titleZh: string
  titleEn: string
  otherTitles: string
  otherTitlesHint: string
  otherTitleZh: (place: number) => string
  otherTitleEn: (place: number) => string
  addOtherTitle: string
  removeOtherTitle: (place: number) => string
  numbering: string
  nextNumber: string
  nextNumberHint: string
  defaults: string
  defaultsHint: string
  publicationZh: string
  publicationEn: string
  disclaimerZh: string
  disclaimerEn: string
  website: string
  email: string
  tel: string
  fax: string
  officesZh: string
  officesEn: string
  onePerLine: string
  notAWebsite: string
  notANumber: string
  noTitle: string
  titleTaken: string
  wrongFields: string
  roles: Record<Role, string>
  you: string
  since: (moment: string) => string
  invitedUntil: (moment: string) => string
  noOwnerLeft: string
  remove: string
  removeQuestion: (name: string) => string
  removeConfirm: string
  keep: string
  removed: string
  invitations: string
  takeBack: string
  takeBackQuestion: (name: string) => string
  invite: string
  inviteHint: string
  name: string
  nameExample: string
  role: string
  makeInvitation: string
  invitationReady: (name: string, moment: string) => string
  share: string
  copyLink: string
  copied: string
  cardTitle: (name: string) => string
  nothingDone: string
  more: string
  details: string
  hideDetails: string
  before: string
  after: string
  nobody: string
  acts: Readonly<Record<string, string>>
}

const zh: SettingsWords = {
  readOnly: '这里由负责人更改，您可以查看。',
  series: '系列',
  noSeries: '还没有系列。第一期发布后会自动出现在这里，也可以先建一个。',
  newSeries: '新建系列',
  newSeriesName: '新的系列',
  alerts: '提醒',
  alertsOffered: '读者可以订阅提醒',
  alertsNotOffered: '还没有设置好，读者看不到订阅的入口',
  people: '编辑成员',
  peopleNote: '谁可以在这里工作；邀请与移除',
  audit: '操作记录',
  auditNote: '谁、在什么时候、做了什么',
  save: '保存',
  saved: '已保存。',
  titles: '名称',
  titleZh: '中文名称',
  titleEn: '英文名称',
  otherTitles: '其他名称',
  otherTitlesHint: '文档里出现这些名称时，也认作这个系列：改过名的仍是同一个。',
  otherTitleZh: (place) => `其他中文名称 ${place}`,
  otherTitleEn: (place) => `其他英文名称 ${place}`,
  addOtherTitle: '加一个名称',
  removeOtherTitle: (place) => `去掉名称 ${place}`,
  numbering: '编号',
  nextNumber: '下一期的系列期号',
  nextNumberHint: '留空则比上一期大一。',
  defaults: '各期的惯例',
  defaultsHint: '新的一期缺这些时，会提示按惯例补上。',
  publicationZh: '中文刊名',
  publicationEn: '英文刊名',
  disclaimerZh: '中文免责声明',
  disclaimerEn: '英文免责声明',
  website: '网站',
  email: '邮箱',
  tel: '电话',
  fax: '传真',
  officesZh: '办公室（中文）',
  officesEn: '办公室（英文）',
  onePerLine: '每行一个。',
  notAWebsite: '请写完整的网址，以 http:// 或 https:// 开头。',
  notANumber: '请写 1 到 999999 的整数，或者留空。',
  noTitle: '中文或英文名称至少要有一个。',
  titleTaken: '没有保存：另一个系列已有其中一个名称。',
  wrongFields: '没有保存：请先改好标出的地方。',
  roles: { owner: '负责人', editor: '编辑' },
  you: '您',
  since: (moment) => `自 ${moment}`,
  invitedUntil: (moment) => `邀请在北京时间 ${moment} 失效`,
  noOwnerLeft: '没有移除：至少要留一位负责人。',
  remove: '移除',
  removeQuestion: (name) => `${name}将不能再在这里工作，已做的工作都会留下。`,
  removeConfirm: '确认移除',
  keep: '不了',
  removed: '已移除，立即生效。',
  invitations: '还没有接受的邀请',
  takeBack: '收回',
  takeBackQuestion: (name) => `发给${name}的邀请将不能再用。`,
  invite: '邀请同事',
  inviteHint: '每个邀请只能用一次，三天内有效。请发给本人：谁先打开，谁就得到权限。',
  name: '怎样称呼',
  nameExample: '例如：王律师',
  role: '权限',
  makeInvitation: '生成邀请',
  invitationReady: (name, moment) => `给${name}的邀请已生成，北京时间 ${moment} 前有效。`,
  share: '发给微信好友',
  copyLink: '复制链接',
  copied: '已复制。',
  cardTitle: (name) => `${name}，请加入编辑台`,
  nothingDone: '还没有任何记录。',
  more: '更早的记录',
  details: '详情',
  hideDetails: '收起',
  before: '之前',
  after: '之后',
  nobody: '没有权限的人',
  acts: {
    accept: '接受邀请',
    'begin-draft': '新建草稿',
    'delete-draft': '删除草稿',
    'save-draft': '修改草稿',
    import: '导入文档',
    publish: '发布',
    correct: '发布更正',
    plan: '安排发布',
    'plan-failed': '安排的发布没有做成',
    unschedule: '取消安排',
    withdraw: '撤回',
    claim: '领取负责人身份',
    'wrong-code': '输错负责人代码',
    invite: '邀请',
    'remove-editor': '移除成员',
    'remove-invitation': '收回邀请',
    'save-alert-settings': '更改提醒设置',
    'save-series': '更改系列',
    'save-firm': '更改公众号与联系方式',
    'create-code': '做小程序码',
    'point-code': '改变小程序码的去处',
    'withdraw-code': '停用小程序码',
    'test-alert': '试发提醒',
    pause: '暂停派发',
    resume: '继续派发',
    cancel: '取消派发',
    'send-again': '重发未送达的',
    refused: '越权被拒',
  },
}

const en: SettingsWords = {
  readOnly: 'Owners change what is here; you may look at it.',
  series: 'Series',
  noSeries: 'No series yet. The first published issue makes one by itself; you can also begin one.',
  newSeries: 'New series',
  newSeriesName: 'A new series',
  alerts: 'Alerts',
  alertsOffered: 'Readers can ask for alerts',
  alertsNotOffered: 'Not set up yet: readers are not offered any',
  people: 'Editors',
  peopleNote: 'Who may work here; inviting and removing',
  audit: 'Audit trail',
  auditNote: 'Who did what, and when',
  save: 'Save',
  saved: 'Saved.',
  titles: 'Names',
  titleZh: 'Chinese name',
  titleEn: 'English name',
  otherTitles: 'Other names',
  otherTitlesHint:
    'A document that has one of these names is taken for this series too: renamed, it stays the same.',
  otherTitleZh: (place) => `Other Chinese name ${place}`,
  otherTitleEn: (place) => `Other English name ${place}`,
  addOtherTitle: 'Add a name',
  removeOtherTitle: (place) => `Remove name ${place}`,
  numbering: 'Numbering',
  nextNumber: 'Number of the next issue in the series',
  nextNumberHint: 'Left empty: one more than the last.',
  defaults: 'What its issues have in common',
  defaultsHint: 'Offered where a new issue lacks it.',
  publicationZh: 'Chinese name of the publication',
  publicationEn: 'English name of the publication',
  disclaimerZh: 'Chinese disclaimer',
  disclaimerEn: 'English disclaimer',
  website: 'Website',
  email: 'Email',
  tel: 'Phone',
  fax: 'Fax',
  officesZh: 'Offices (Chinese)',
  officesEn: 'Offices (English)',
  onePerLine: 'One per line.',
  notAWebsite: 'Write the whole address, beginning with http:// or https://.',
  notANumber: 'Write a whole number from 1 to 999999, or leave it empty.',
  noTitle: 'It needs a name in Chinese or in English.',
  titleTaken: 'Not saved: another series has one of the names.',
  wrongFields: 'Not saved: mend what is marked first.',
  roles: { owner: 'Owner', editor: 'Editor' },
  you: 'you',
  since: (moment) => `Since ${moment}`,
  invitedUntil: (moment) => `The invitation ends ${moment}, Beijing time`,
  noOwnerLeft: 'Not removed: there must be an owner left.',
  remove: 'Remove',
  removeQuestion: (name) => `${name} will not be able to work here any more. What was done stays.`,
  removeConfirm: 'Yes, remove',
  keep: 'No',
  removed: 'Removed, with effect at once.',
  invitations: 'Invitations not accepted yet',
  takeBack: 'Take back',
  takeBackQuestion: (name) => `The invitation for ${name} will not work any more.`,
  invite: 'Invite a colleague',
  inviteHint:
    'An invitation works once, for three days. Send it to the person alone: whoever opens it first gets the role.',
  name: 'Name',
  nameExample: 'What colleagues call them',
  role: 'Role',
  makeInvitation: 'Make an invitation',
  invitationReady: (name, moment) =>
    `The invitation for ${name} is ready. It works until ${moment}, Beijing time.`,
  share: 'Send it in WeChat',
  copyLink: 'Copy the link',
  copied: 'Copied.',
  cardTitle: (name) => `${name}, please join the editors’ desk`,
  nothingDone: 'Nothing was done yet.',
  more: 'Earlier',
  details: 'Details',
  hideDetails: 'Less',
  before: 'Before',
  after: 'After',
  nobody: 'Somebody without a role',
  acts: {
    accept: 'Accepted an invitation',
    'begin-draft': 'Began a draft',
    'delete-draft': 'Deleted a draft',
    'save-draft': 'Changed a draft',
    import: 'Imported a document',
    publish: 'Published',
    correct: 'Published a correction',
    plan: 'Planned a publication',
    'plan-failed': 'A planned publication did not happen',
    unschedule: 'Took a plan back',
    withdraw: 'Withdrew an issue',
    claim: 'Claimed the owner’s role',
    'wrong-code': 'Gave a wrong owner’s code',
    invite: 'Invited',
    'remove-editor': 'Removed an editor',
    'remove-invitation': 'Took an invitation back',
    'save-alert-settings': 'Changed the alert settings',
    'save-series': 'Changed a series',
    'save-firm': 'Changed account and contact',
    'create-code': 'Made a code',
    'point-code': 'Pointed a code elsewhere',
    'withdraw-code': 'Withdrew a code',
    'test-alert': 'Sent a test alert',
    pause: 'Paused a campaign',
    resume: 'Resumed a campaign',
    cancel: 'Cancelled a campaign',
    'send-again': 'Sent failed alerts again',
    refused: 'Refused: no role for it',
  },
}

const byLanguage: Record<Language, SettingsWords> = { zh, en }

export function settingsWordsIn(language: Language): SettingsWords {
  return byLanguage[language]
}
