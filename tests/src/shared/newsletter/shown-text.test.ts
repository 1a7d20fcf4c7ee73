import { firstText, showText } from '#shared/newsletter/shown-text'

const text = { zh: '国内要闻', en: 'Domestic News' }

test('shows the wanted languages in order', () => {
  expect(showText(text, 'en')).toEqual([{ language: 'en', text: 'Domestic News' }])
  expect(showText(text, 'both').map((shown) => shown.language)).toEqual(['zh', 'en'])
})

test('shows the other language where the wanted one is missing', () => {
  expect(showText({ zh: '国内要闻', en: null }, 'en')).toEqual([{ language: 'zh', text: '国内要闻' }])
})

test('shows the half that exists once where both are wanted', () => {
  expect(showText({ zh: null, en: 'Domestic News' }, 'both')).toEqual([
    { language: 'en', text: 'Domestic News' },
  ])
})

test('shows nothing where nothing exists', () => {
  expect(showText({ zh: null, en: null }, 'both')).toEqual([])
  expect(firstText({ zh: null, en: null }, 'zh')).toBe('')
})

test('finds one text where there is room for one', () => {
  expect(firstText(text, 'en')).toBe('Domestic News')
  expect(firstText({ zh: '国内要闻', en: null }, 'en')).toBe('国内要闻')
})
