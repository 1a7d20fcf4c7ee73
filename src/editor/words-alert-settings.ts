import type { Language } from '#shared/newsletter/bilingual'
import type { SourceName } from './settings/alert-form'

export type AlertSettingsWords = {
  title: string
  templates: string
  templatesHint: string
  noTemplates: string
  field: (name: string) => string
  sources: Record<SourceName, string>
  textZh: string
  textEn: string
  removeField: (name: string) => string
  newField: (template: string) => string
  newFieldHint: string
  addField: string
  removeTemplate: string
  removeTemplateQuestion: string
  confirmRemove: string
  keep: string
  newTemplate: string
  newTemplateHint: string
  addTemplate: string
  badId: string
  badField: string
  which: string
  byDefault: string
  bySeries: (series: string) => string
  asDefault: string
  none: string
  quiet: string
  quietHint: string
  withQuiet: string
  withoutQuiet: string
  from: string
  to: string
  notAnHour: string
  more: string
  expiryDays: string
  expiryHint: string
  stock: string
  stockHint: string
  outOfRange: (least: number, most: number) => string
  events: string
  eventsHint: string
  eventsOn: string
  eventsOff: string
  save: string
  saved: string
  wrongFields: string
  /** Followed by the server's own sentence, which names the place. */
  refused: string
  test: string
  testHint: string
  sendTest: string
  testSent: string
  testRefused: string
  noPanel: string
  testFailed: string
}

const zh: AlertSettingsWords = {
  title: '提醒设置',
  templates: '消息模板',
  templatesHint: '在微信公众平台选好的一次性订阅模板：它的编号，以及每个字段里放什么。',
  noTemplates: '还没有模板。读者看不到订阅的入口。',
  field: (name) => `字段 ${name}`,
  sources: {
    series: '系列名称',
    title: '期号与系列',
    headline: '头条标题',
    publication: '刊名',
    number: '总期号',
    itemCount: '条数',
    date: '这一期的日期',
    publishedAt: '发布时间',
    text: '固定文字',
  },
  textZh: '固定文字（中文）',
  textEn: '固定文字（英文）',
  removeField: (name) => `去掉 ${name}`,
  newField: (template) => `${template} 的另一个字段`,
  newFieldHint: '照公众平台上的写，例如 thing1、date3。',
  addField: '加上这个字段',
  removeTemplate: '去掉这个模板',
  removeTemplateQuestion: '保存之后，用它的系列将不能再订阅提醒；读者已允许的次数也用不上了。',
  confirmRemove: '去掉',
  keep: '不了',
  newTemplate: '另一个模板的编号',
  newTemplateHint: '43 个字母、数字、_ 或 -，从公众平台复制。',
  addTemplate: '加上这个模板',
  badId: '模板编号只有字母、数字、_ 和 -。',
  badField: '字段名由类型和数字组成，例如 thing1。',
  which: '用哪个模板',
  byDefault: '一般的系列',
  bySeries: (series) => `《${series}》`,
  asDefault: '同一般',
  none: '不提供提醒',
  quiet: '静默时间',
  quietHint: '这段时间里不发提醒，过后自动继续。整点，北京时间。',
  withQuiet: '有',
  withoutQuiet: '没有',
  from: '从几点',
  to: '到几点',
  notAnHour: '请写 0 到 23 的整数。',
  more: '其他',
  expiryDays: '几天以后不再发送',
  expiryHint: '过了这么多天还没发出的，就不再发送。',
  stock: '最多为读者存几次',
  stockHint: '选了“总是允许”的读者，最多补到这么多次。',
  outOfRange: (least, most) => `请写 ${least} 到 ${most} 的整数。`,
  events: '消息推送',
  eventsHint: '在云开发控制台把订阅消息的事件推送到云函数 wechat-events 之后，请选“已设置”。',
  eventsOn: '已设置',
  eventsOff: '没有设置',
  save: '保存',
  saved: '已保存，十秒之内生效。',
  wrongFields: '没有保存：请先改好标出的地方。',
  refused: '没有保存。服务器说：',
  test: '给自己发一条',
  testHint:
    '按已保存的设置，把最近一期的提醒发给您自己：模板和字段对不对，读者收到之前就能看到。微信会先请您允许一次。',
  sendTest: '允许并试发',
  testSent: '微信已接收。请到微信的“服务通知”里看。',
  testRefused: '您没有允许，所以没有发送。',
  noPanel: '微信没有打开允许的面板。请检查模板编号，或者稍后再试。',
  testFailed: '没有发出。',
}

const en: AlertSettingsWords = {
  title: 'Alert settings',
  templates: 'Message templates',
  templatesHint:
    'One-time templates chosen in WeChat’s console: the id of each, and what stands in its fields.',
  noTemplates: 'No template yet: readers are not offered alerts.',
  field: (name) => `Field ${name}`,
  sources: {
    series: 'Series',
    title: 'Number and series',
    headline: 'Headline',
    publication: 'Publication',
    number: 'Running number',
    itemCount: 'How many items',
    date: 'Date of the issue',
    publishedAt: 'Time of publication',
    text: 'Fixed text',
  },
  textZh: 'Fixed text (Chinese)',
  textEn: 'Fixed text (English)',
  removeField: (name) => `Remove ${name}`,
  newField: (template) => `Another field of ${template}`,
  newFieldHint: 'As WeChat’s console names it: thing1, date3.',
  addField: 'Add the field',
  removeTemplate: 'Remove this template',
  removeTemplateQuestion:
    'Once saved, series that use it cannot be asked for any more, and the consents that readers gave for it are of no use.',
  confirmRemove: 'Remove',
  keep: 'No',
  newTemplate: 'Id of another template',
  newTemplateHint: '43 letters, digits, _ or -, copied from WeChat’s console.',
  addTemplate: 'Add the template',
  badId: 'An id has only letters, digits, _ and -.',
  badField: 'A field’s name is a type and a number, as in thing1.',
  which: 'Which template',
  byDefault: 'For a series in general',
  bySeries: (series) => series,
  asDefault: 'As in general',
  none: 'No alerts',
  quiet: 'Quiet hours',
  quietHint: 'Nothing is sent then; it goes on by itself afterwards. Whole hours, Beijing time.',
  withQuiet: 'Yes',
  withoutQuiet: 'None',
  from: 'From',
  to: 'To',
  notAnHour: 'Write a whole hour from 0 to 23.',
  more: 'More',
  expiryDays: 'Days after which nothing is sent',
  expiryHint: 'What has not been sent by then is not sent at all.',
  stock: 'Consents kept for a reader, at most',
  stockHint: 'Readers who always allow are topped up to so many.',
  outOfRange: (least, most) => `Write a whole number from ${least} to ${most}.`,
  events: 'Message push',
  eventsHint:
    'Say so once the events of subscription messages reach the function wechat-events, set in the console.',
  eventsOn: 'Is set',
  eventsOff: 'Is not set',
  save: 'Save',
  saved: 'Saved, with effect within ten seconds.',
  wrongFields: 'Not saved: mend what is marked first.',
  refused: 'Not saved.',
  test: 'A test to yourself',
  testHint:
    'Sends you the alert of the latest issue by the saved settings, so that a wrong template or field shows before readers are told. WeChat asks you to allow it first.',
  sendTest: 'Allow and send',
  testSent: 'WeChat took it. Look into WeChat’s service notifications.',
  testRefused: 'You did not allow it, so nothing was sent.',
  noPanel: 'WeChat did not open its panel. Check the template’s id, or try again later.',
  testFailed: 'Nothing was sent.',
}

const byLanguage: Record<Language, AlertSettingsWords> = { zh, en }

export function alertSettingsWordsIn(language: Language): AlertSettingsWords {
  return byLanguage[language]
}
