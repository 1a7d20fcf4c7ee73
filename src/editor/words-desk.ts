import type { Role } from '#shared/editors/endpoints'
import type { Language } from '#shared/newsletter/bilingual'

export type DeskWords = {
  roles: Record<Role, string>
  drafts: string
  noDrafts: string
  noDraftsHint: string
  states: {
    never: string
    scheduled: (moment: string) => string
    published: string
    changedSince: string
    withdrawn: string
  }
  publicationTrouble: string
  changed: (name: string, moment: string) => string
  noTitle: string
  earlier: string
  fromDocument: string
  documentHint: string
  chooseDocument: string
  steps: Record<'preparing' | 'uploading' | 'reading', (fileName: string) => string>
  notRead: (fileName: string) => string
  tooLarge: string
  emptyFile: string
  lostTrack: string
  newDraft: string
  withoutSeries: string
  watch: string
  codes: string
  settings: string
  forEditors: string
  forEditorsHint: string
  claim: string
  claimHint: string
  code: string
  yourName: string
  yourNameExample: string
  claimAct: string
  wrongCode: string
  invited: string
  invitedHint: string
  accept: string
  invitationGone: string
  welcome: (name: string) => string
}

const zh: DeskWords = {
  roles: { owner: '负责人', editor: '编辑' },
  drafts: '各期草稿',
  noDrafts: '还没有草稿',
  noDraftsHint: '从聊天中选择一份文档，或者新建一期。',
  states: {
    never: '草稿',
    scheduled: (moment) => `定于 ${moment} 发布`,
    published: '已发布',
    changedSince: '已发布，之后有改动',
    withdrawn: '已撤回',
  },
  publicationTrouble: '没有按时发布',
  changed: (name, moment) => `${name} ${moment}`,
  noTitle: '还没有标题',
  earlier: '更早的草稿',
  fromDocument: '从文档开始',
  documentHint: 'Word（.docx）、PDF 或 Markdown，不超过 20 MB。读完之后，上传的文件即被删除。',
  chooseDocument: '选择文档',
  steps: {
    preparing: (fileName) => `正在准备“${fileName}”…`,
    uploading: (fileName) => `正在上传“${fileName}”…`,
    reading: (fileName) => `正在读取“${fileName}”，通常不到一分钟…`,
  },
  notRead: (fileName) => `“${fileName}”没有读成：`,
  tooLarge: '文件超过 20 MB。请压缩其中的图片，或另存为 .docx 后再选。',
  emptyFile: '文件是空的，请选择另一份。',
  lostTrack: '等了很久还没有结果。它可能仍在读取，稍后请看下面的草稿；若没有，请再选一次。',
  newDraft: '不用文档，新建一期',
  withoutSeries: '空白的一期',
  watch: '派发与阅读',
  codes: '小程序码',
  settings: '设置',
  forEditors: '这里是编辑台',
  forEditorsHint: '刊物的编辑在这里准备和发布每一期。如果您是编辑部的同事，请负责人发给您一个邀请。',
  claim: '领取负责人身份',
  claimHint: '刊物还没有负责人。部署本小程序的人设有一个一次性的代码，请在此输入。',
  code: '代码',
  yourName: '您的名字',
  yourNameExample: '同事怎样称呼您',
  claimAct: '领取',
  wrongCode: '代码不对，或者已经用过了。',
  invited: '您收到一个邀请',
  invitedHint: '接受之后，您就可以在这里准备和发布各期。同事会看到您做了什么、在什么时候。',
  accept: '接受邀请',
  invitationGone: '这个邀请已经用过、过期或被收回，请负责人再发一个。',
  welcome: (name) => `您好，${name}。`,
}

const en: DeskWords = {
  roles: { owner: 'owner', editor: 'editor' },
  drafts: 'Drafts',
  noDrafts: 'No drafts yet',
  noDraftsHint: 'Choose a document from a chat, or begin an issue without one.',
  states: {
    never: 'Draft',
    scheduled: (moment) => `To be published on ${moment}`,
    published: 'Published',
    changedSince: 'Published, changed since',
    withdrawn: 'Withdrawn',
  },
  publicationTrouble: 'Not published in time',
  changed: (name, moment) => `${name}, ${moment}`,
  noTitle: 'No title yet',
  earlier: 'Earlier drafts',
  fromDocument: 'From a document',
  documentHint:
    'Word (.docx), PDF or Markdown, up to 20 MB. The uploaded file is deleted as soon as it has been read.',
  chooseDocument: 'Choose a document',
  steps: {
    preparing: (fileName) => `Preparing “${fileName}” …`,
    uploading: (fileName) => `Uploading “${fileName}” …`,
    reading: (fileName) => `Reading “${fileName}”, usually in less than a minute …`,
  },
  notRead: (fileName) => `“${fileName}” could not be read:`,
  tooLarge:
    'The file is larger than 20 MB. Make its pictures smaller, or save it as .docx, and choose it again.',
  emptyFile: 'The file is empty. Choose another one.',
  lostTrack:
    'There is still no result. It may yet be read: look at the drafts below in a while, or choose it again.',
  newDraft: 'Begin without a document',
  withoutSeries: 'An empty issue',
  watch: 'Alerts and reads',
  codes: 'Codes',
  settings: 'Settings',
  forEditors: 'This is the editors’ desk',
  forEditorsHint:
    'The editors prepare and publish each issue here. If you work with them, ask an owner for an invitation.',
  claim: 'Become the first owner',
  claimHint:
    'The newsletter has no owner yet. Whoever deployed this mini-program has set a code that works once.',
  code: 'Code',
  yourName: 'Your name',
  yourNameExample: 'What colleagues call you',
  claimAct: 'Become owner',
  wrongCode: 'The code is wrong, or was used before.',
  invited: 'You are invited',
  invitedHint:
    'Once you accept, you can prepare and publish issues here. Colleagues will see what you did, and when.',
  accept: 'Accept the invitation',
  invitationGone: 'This invitation was used, has expired or was taken back. Ask an owner for another one.',
  welcome: (name) => `Hello ${name}.`,
}

const byLanguage: Record<Language, DeskWords> = { zh, en }

export function deskWordsIn(language: Language): DeskWords {
  return byLanguage[language]
}
