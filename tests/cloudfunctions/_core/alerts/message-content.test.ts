import { messageContent } from '#core/alerts/message-content'
import { anIssue, anItem } from '../../../support/an-issue'

/** 9:05 in Beijing. */
const MORNING = Date.UTC(2026, 10, 25, 1, 5)

const fields = {
  thing1: { from: 'title' },
  thing2: { from: 'headline' },
  date3: { from: 'publishedAt' },
  character_string4: { from: 'number' },
  number5: { from: 'itemCount' },
  thing6: { from: 'text', text: { zh: '新的一期', en: 'A new issue' } },
} as const

function anIssueAbout(zh: string | null, en: string | null) {
  return anIssue({
    sections: [
      { title: { zh: '要闻', en: 'News' }, items: [anItem({ title: { zh, en } }), anItem(), anItem()] },
    ],
  })
}

it('says what the issue is about in the language of the reader, and when in the form that WeChat takes', () => {
  expect(messageContent(fields, anIssueAbout('短题', 'Short'), MORNING)).toEqual({
    zh: {
      thing1: '第90期 数据周报',
      thing2: '短题',
      date3: '2026年11月25日 09:05',
      character_string4: '301',
      number5: '3',
      thing6: '新的一期',
    },
    en: {
      thing1: 'No.90 Weekly Data R…',
      thing2: 'Short',
      date3: '2026年11月25日 09:05',
      character_string4: '301',
      number5: '3',
      thing6: 'A new issue',
    },
  })
})

it.each([
  ['a half that is missing, in the other language', 'en', ['只有中文', null], '只有中文'],
  ['a title that is missing, with the series', 'zh', [null, null], '数据周报'],
  ['one of just 20 characters, whole', 'zh', ['𠀀'.repeat(20), null], '𠀀'.repeat(20)],
  ['a longer one cut, never within a character', 'zh', ['𠀀'.repeat(21), null], `${'𠀀'.repeat(19)}…`],
  [
    'a cut between words without a space',
    'en',
    [null, 'Eighteen charactersX and more'],
    'Eighteen characters…',
  ],
  [
    'lines as one, without what cannot be seen',
    'zh',
    [' 一\n\t二\u0000三\u200b四\ud800 ', null],
    '一 二 三四',
  ],
] as const)('tells %s', (_what, language, [zh, en], text) => {
  expect(messageContent(fields, anIssueAbout(zh, en), MORNING)[language].thing2).toBe(text)
})

it.each([
  ['its own date', '2021-06-07', '2021年6月7日'],
  ['no date but a month: the day of publication', null, '2026年11月25日'],
])('dates an issue with %s', (_what, date, text) => {
  const { zh, en } = messageContent({ date1: { from: 'date' } }, anIssue({ date }), MORNING)
  expect([zh.date1, en.date1]).toEqual([text, text])
})
