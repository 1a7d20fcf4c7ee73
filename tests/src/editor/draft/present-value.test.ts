import type { Difference } from '#shared/drafts/difference'
import { presentValue } from '../../../../src/editor/draft/present-value'
import { aDraftItem, aDraftOf } from '../../../support/a-draft'

const differing = (key: string | null, part: string): Difference => ({
  key,
  part,
  base: null,
  ours: 'as it was then',
  theirs: 'the other',
})

describe('what a draft has now where two hands differed', () => {
  const issue = aDraftOf([aDraftItem({ title: { zh: '现在的标题', en: null } })])

  it.each([
    ['an item’s title', differing('item1', 'title.zh'), '现在的标题'],
    ['a half that is missing by now', differing('item1', 'title.en'), null],
    ['the masthead', differing(null, 'series.title.en'), 'Weekly Data Review'],
    ['a whole item, as it was then', differing('item1', 'item'), 'as it was then'],
    ['an item that is gone, as it was then', differing('none', 'title.zh'), 'as it was then'],
  ])('is %s', (_name, difference, value) => {
    expect(presentValue(difference, issue)).toBe(value)
  })
})
