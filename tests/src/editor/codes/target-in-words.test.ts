import { wordsIn } from '#reader/words'
import type { Target } from '#shared/codes/target'
import type { Language } from '#shared/newsletter/bilingual'
import { targetInWords } from '../../../../src/editor/codes/target-in-words'
import { anIssue } from '../../../support/an-issue'

const { publication, disclaimer, contact } = anIssue()
const title = { zh: '数据周报', en: 'Weekly Data Review' }
const issue = { publication, month: '2021-01', date: null, seriesId: 'weekly', headlines: [], itemCount: 1 }
const targets = {
  series: [
    {
      id: 'weekly',
      title,
      otherTitles: [],
      nextNumber: null,
      defaults: { publication, disclaimer, contact },
    },
  ],
  issues: [
    { ...issue, id: '204', number: 204, series: { title, number: 39 }, minutes: { zh: 1, en: 1 } },
    { ...issue, id: 'weekly-2', number: null, series: { title, number: null }, minutes: { zh: 1, en: 1 } },
  ],
  next: null,
}

const say = (target: Target, language: Language) =>
  targetInWords(target, targets, { mode: language, language, words: wordsIn(language), textStep: 1 })

test.each<Target>([
  { kind: 'issue', issueId: '7' },
  { kind: 'series', seriesId: 'monthly' },
])('has no words for what can no longer be seen: %j', (target) => {
  expect(say(target, 'zh')).toBeNull()
})

test.each<[string, Target, string, string]>([
  ['home', { kind: 'home' }, '首页', 'the home page'],
  ['a series', { kind: 'series', seriesId: 'weekly' }, '数据周报', 'Weekly Data Review'],
  ['an issue', { kind: 'issue', issueId: '204' }, '数据周报 第 39 期', 'Weekly Data Review No. 39'],
  [
    'an issue without a number',
    { kind: 'issue', issueId: 'weekly-2' },
    '数据周报 2021 年 1 月',
    'Weekly Data Review January 2021',
  ],
])('says where a code leads: %s', (_name, target, zh, en) => {
  expect([say(target, 'zh'), say(target, 'en')]).toEqual([zh, en])
})
