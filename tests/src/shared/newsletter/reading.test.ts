import {
  firstMode,
  interfaceLanguage,
  languageOfPlatform,
  languagesOf,
  modeOfItem,
} from '#shared/newsletter/reading'

test.each([
  ['zh_CN', 'zh'],
  ['zh_TW', 'zh'],
  ['zh-Hans-CN', 'zh'],
  ['zh', 'zh'],
  ['en', 'en'],
  ['en_US', 'en'],
  ['fr', 'en'],
  ['zha', 'en'],
  ['', 'en'],
])('reads the platform’s %p as %s', (tag, language) => {
  expect(languageOfPlatform(tag)).toBe(language)
})

test('starts in the language that WeChat is set to', () => {
  expect(firstMode('zh')).toBe('zh')
  expect(firstMode('en')).toBe('en')
})

test('speaks the language that is read, and WeChat’s own where both are read', () => {
  expect(interfaceLanguage('zh', 'en')).toBe('zh')
  expect(interfaceLanguage('en', 'zh')).toBe('en')
  expect(interfaceLanguage('both', 'zh')).toBe('zh')
  expect(interfaceLanguage('both', 'en')).toBe('en')
})

test('lets an item’s own choice override the default, also where both are the same', () => {
  expect(modeOfItem('zh', null)).toBe('zh')
  expect(modeOfItem('zh', 'both')).toBe('both')
  expect(modeOfItem('en', 'en')).toBe('en')
})

test('puts Chinese before English where both are read', () => {
  expect(languagesOf('both')).toEqual(['zh', 'en'])
  expect(languagesOf('en')).toEqual(['en'])
})
