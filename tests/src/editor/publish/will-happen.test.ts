import { wordsIn } from '#reader/words'
import type { Draft } from '#shared/drafts/draft'
import { willHappen } from '../../../../src/editor/publish/will-happen'
import { anIssue } from '../../../support/an-issue'

const { id, ...issue } = anIssue()
const draft = (publication: object) =>
  ({
    id,
    revision: 4,
    issue,
    publication: { publishedAt: null, state: 'never', ...publication },
  }) as unknown as Draft
const zh = { mode: 'zh', language: 'zh', words: wordsIn('zh'), textStep: 1 } as const
const plan = { at: null, withAlerts: true, note: null }

test('tells who will see it and who will be told, before it is published', () => {
  const will = { draft: draft({}), plan, followers: 12, isOffered: true, reader: zh }
  expect(willHappen(will)).toEqual([
    '《数据周报》第 90 期立即对读者可见。',
    '12 位订阅的读者会收到提醒，提醒发出后收不回来。',
  ])
  expect(
    willHappen({ ...will, plan: { ...plan, at: '2021-09-01T01:00:00.000Z', withAlerts: false } }),
  ).toEqual(['《数据周报》第 90 期在北京时间 2021 年 9 月 1 日 09:00 对读者可见。', '不派发提醒。'])
})

test('promises no alerts where none can be sent', () => {
  expect(willHappen({ draft: draft({}), plan, followers: 12, isOffered: false, reader: zh })[1]).toBe(
    '不派发提醒。',
  )
})

test('a correction tells nobody again', () => {
  const published = draft({ state: 'published', revision: 3, publishedAt: '2021-09-01T01:00:00.000Z' })
  const note = { zh: '日期已更正。', en: null }
  expect(
    willHappen({
      draft: published,
      plan: { ...plan, withAlerts: false, note },
      followers: 12,
      isOffered: true,
      reader: zh,
    }),
  ).toEqual([
    '《数据周报》第 90 期的文字立即换成这份草稿的。',
    '刊头下面会显示更正说明。',
    '不会再次提醒读者。',
  ])
})

test('what was withdrawn is shown again, and tells nobody again', () => {
  const withdrawn = draft({ state: 'withdrawn', revision: 3, publishedAt: '2021-09-01T01:00:00.000Z' })
  expect(willHappen({ draft: withdrawn, plan, followers: 12, isOffered: true, reader: zh })).toEqual([
    '《数据周报》第 90 期立即重新对读者可见。',
    '刊头下面不会有更正说明。',
    '不会再次提醒读者。',
  ])
})
