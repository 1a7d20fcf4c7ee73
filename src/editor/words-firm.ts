import type { Language } from '#shared/newsletter/bilingual'

export type FirmWords = {
  firm: string
  title: string
  note: string
  account: string
  accountHint: string
  name: string
  nameNote: string
  noName: string
  originalId: string
  originalIdNote: string
  badOriginalId: string
  code: string
  codeNote: string
  pictureOf: (name: string) => string
  noCode: string
  chooseCode: string
  otherCode: string
  removeCode: string
  wrongCode: Record<'not-a-picture' | 'too-large', string>
  unreadable: string
  contact: string
  contactHint: string
  nothing: string
  refused: string
}

const zh: FirmWords = {
  firm: '律所',
  title: '公众号与联系方式',
  note: '读者怎样关注和联系律所',
  account: '公众号',
  accountHint: '读者在“我的”和每期末尾看到它。没有公众号则全部留空。',
  name: '名称',
  nameNote: '读者在微信里搜索的名称。',
  noName: '请写名称；没有公众号则把原始 ID 和二维码也清空。',
  originalId: '原始 ID',
  originalIdNote: '在公众平台的“账号详情”里，以 gh_ 开头。公众号与小程序同主体或已关联时，读者一点即可打开。',
  badOriginalId: '原始 ID 以 gh_ 开头，后面只有小写字母和数字。',
  code: '二维码',
  codeNote: '供读者保存后识别。PNG 或 JPEG，不超过 58 KB：公众平台边长 8 厘米的那一种即可。',
  pictureOf: (name) => `${name}的二维码`,
  noCode: '还没有二维码。',
  chooseCode: '选择图片',
  otherCode: '换一张',
  removeCode: '去掉',
  wrongCode: {
    'not-a-picture': '这不是 PNG 或 JPEG 图片，请选另一张。',
    'too-large': '图片超过 58 KB，请在公众平台下载较小的一种再选。',
  },
  unreadable: '这张图片没有读成，请再选一次。',
  contact: '联系方式',
  contactHint: '显示在“我的”里，以及没有写明联系方式的各期末尾。全部留空则用小程序自带的。',
  nothing: '还没有填写。',
  refused: '没有保存：服务器认为有内容不合要求，请检查后再试。',
}

const en: FirmWords = {
  firm: 'The firm',
  title: 'Account and contact',
  note: 'How readers follow and reach the firm',
  account: 'Official account',
  accountHint:
    'Readers see it on their own page and at the end of each issue. Leave all empty where there is none.',
  name: 'Name',
  nameNote: 'What readers search for in WeChat.',
  noName: 'It needs a name; where there is no account, clear its ID and its code as well.',
  originalId: 'Original ID',
  originalIdNote:
    'Among the account details in the console of WeChat; it begins with gh_. Where account and mini-program belong together, one tap opens it.',
  badOriginalId: 'It begins with gh_, followed by small letters and digits.',
  code: 'QR code',
  codeNote: 'For readers to keep and scan. PNG or JPEG, up to 58 KB: the 8 cm one of the console will do.',
  pictureOf: (name) => `The QR code of ${name}`,
  noCode: 'No code yet.',
  chooseCode: 'Choose a picture',
  otherCode: 'Choose another',
  removeCode: 'Remove',
  wrongCode: {
    'not-a-picture': 'This is no PNG or JPEG picture. Choose another one.',
    'too-large':
      'The picture is larger than 58 KB. Download a smaller one from the console, and choose that.',
  },
  unreadable: 'The picture could not be read. Choose it again.',
  contact: 'Contact',
  contactHint:
    'Shown on readers’ own page, and at the end of issues that name none. Left empty, what is built in is shown.',
  nothing: 'Nothing was filled in yet.',
  refused: 'Not saved: the server does not take something of it. Look it over and try again.',
}

const byLanguage: Record<Language, FirmWords> = { zh, en }

export function firmWordsIn(language: Language): FirmWords {
  return byLanguage[language]
}
