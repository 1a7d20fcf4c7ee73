import { curlQuotes } from '#core/importer/text/curl-quotes'

describe('curlQuotes', () => {
  it.each([
    ['the "dark web" and other crimes', 'the “dark web” and other crimes'],
    ['利用"暗网"等侵犯公民个人信息', '利用“暗网”等侵犯公民个人信息'],
    ['("NCSC") published', '(“NCSC”) published'],
    ["citizens' personal information", 'citizens’ personal information'],
    ["UK's Centre", 'UK’s Centre'],
    ["the '90s and the 2020's", 'the ’90s and the 2020’s'],
    ["what it calls 'important data' here", 'what it calls ‘important data’ here'],
    [`"the 'core' data"`, '“the ‘core’ data”'],
    ['“PBC” and "MIIT"', '“PBC” and “MIIT”'],
  ])('sets %s as %s', (written, set) => {
    expect(curlQuotes(written)).toBe(set)
  })

  it.each(['a screen of 27" or more', 'an " open " mark', 'nothing to do', '""', "5' high"])(
    'leaves what does not pair as it is: %s',
    (written) => {
      expect(curlQuotes(written)).toBe(written)
    },
  )
})
