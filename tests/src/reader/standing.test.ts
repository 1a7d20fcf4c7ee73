import { alertSentence } from '#reader/alert-sentence'
import { standingOf } from '#reader/standing'
import { wordsEn } from '#reader/words-en'
import { wordsZh } from '#reader/words-zh'
import type { Subscriptions } from '#shared/alerts/endpoints'

const title = { zh: '刊', en: 'Series' }
const offers = [
  { seriesId: 'one', title, templateId: 't' },
  { seriesId: 'two', title, templateId: 't' },
  { seriesId: 'alone', title, templateId: 'u' },
]
const withCredits = (credits: number, follows: string[]): Subscriptions => ({
  offers,
  stock: 5,
  follows,
  templates: { t: { credits, refused: false } },
})

const said = (subscriptions: Subscriptions, seriesId: string, words = wordsEn) => {
  const standing = standingOf(subscriptions, seriesId)
  return standing && alertSentence(standing, null, words)
}

it.each([
  [0, 'You will not be told of the next issue. Allow it again.'],
  [1, 'You will be told of the next issue.'],
  [3, 'You will be told of the next 3 issues.'],
])('says where a reader with %i credits stands', (credits, sentence) => {
  expect(said(withCredits(credits, ['one']), 'one')).toBe(sentence)
})

it('says so in Chinese', () => {
  expect(said(withCredits(3, ['one']), 'one', wordsZh)).toBe('您将收到接下来 3 期的提醒。')
})

it('says it of all series together that share a template, and are followed', () => {
  const both = withCredits(2, ['one', 'two', 'alone'])
  expect(said(both, 'one')).toBe('You will be told of the next 2 issues of the series you follow.')
  expect(said(both, 'alone')).toBe('You will not be told of the next issue. Allow it again.')
})

it('offers what is not followed, and says nothing of what is not offered', () => {
  expect(said(withCredits(2, ['two']), 'one')).toBe('Tell me when a new issue appears')
  expect(said(withCredits(2, []), 'unheard-of')).toBeNull()
})
