import { checkItem } from '#shared/checking/check-item'
import type { Mark } from '#shared/checking/mark'
import type { DraftItem } from '#shared/drafts/draft-issue'
import type { Paragraph } from '#shared/newsletter/issue'
import { aDraftItem } from '../../../support/a-draft'
import { aParagraph } from '../../../support/an-issue'

const zhText = '征求意见稿要求服务提供者向用户提供不针对其个人特征的选项，并不得利用算法操纵榜单。'
const enText =
  'Under the draft, providers must offer users an option that does not target their characteristics, and may not use algorithms to manipulate rankings.'

function told(marks: readonly Mark[]): string[] {
  return marks.map(({ kind, part, in: language }) =>
    [kind, part, language].filter((word) => word !== null).join(' '),
  )
}

function anItemWith(
  zh: (string | Paragraph)[],
  en: (string | Paragraph)[],
  overrides: Partial<DraftItem> = {},
) {
  const paragraphs = (texts: (string | Paragraph)[]): Paragraph[] =>
    texts.map((text) => (typeof text === 'string' ? aParagraph(text) : text))
  return aDraftItem({ body: { zh: paragraphs(zh), en: paragraphs(en) }, ...overrides })
}

describe('a missing half', () => {
  const nothing = { zh: null, en: null }

  it('is nothing that a complete item has', () => {
    expect(checkItem(anItemWith([zhText], [enText]))).toEqual([])
  })

  it('is marked once where a language lacks title and text', () => {
    const item = aDraftItem({
      title: { zh: '数据安全法草案', en: null },
      body: { zh: [aParagraph(zhText)], en: null },
      source: { zh: 'http://www.npc.gov.cn/', en: null },
    })
    expect(told(checkItem(item))).toEqual(['missing item en'])
  })

  it('is marked by its part: a title, a text, a source', () => {
    const complete = anItemWith([zhText], [enText])
    const source = { zh: null, en: 'http://www.npc.gov.cn/' }
    expect(told(checkItem({ ...complete, title: { ...complete.title, en: null } }))).toEqual([
      'missing title en',
    ])
    expect(told(checkItem({ ...complete, body: { ...complete.body, zh: null } }))).toEqual([
      'missing body zh',
    ])
    expect(told(checkItem({ ...complete, source }))).toEqual(['missing source zh'])
  })

  it('is marked for both languages of an item that was just added', () => {
    const item = aDraftItem({ title: nothing, body: nothing, source: nothing })
    expect(told(checkItem(item))).toEqual(['missing item zh', 'missing item en'])
  })
})

describe('a name in 《》', () => {
  const names = (zh: string, en: Paragraph | string) =>
    checkItem(anItemWith([zh], [en]))
      .filter(({ kind }) => kind === 'name')
      .map((mark) => mark.zh?.text)

  it.each<[string, Paragraph | string]>([
    [
      '依据《反垄断法》处罚。',
      [{ text: 'It was fined under the ' }, { text: 'Anti-Monopoly Law', emphasis: true }],
    ],
    ['依据《反垄断法》处罚。', 'It was fined under the “Anti-Monopoly Law”.'],
    ['依据《反垄断法》处罚。', 'It was fined under the "anti-monopoly law".'],
    ['依据《反垄断法》处罚。', 'It was fined under the Anti-Monopoly Law.'],
    [
      '依据《关于加强网络安全的决定》处罚。',
      'It was fined under the Decision on Strengthening Network Security.',
    ],
    [
      '《深圳数据条例（草案）》提请审议，《条例（草案）》规定了权益。',
      'The Data Regulations of Shenzhen were submitted.',
    ],
    [
      '书籍《三体》畅销。',
      [{ text: 'The book ' }, { text: 'The Three-Body Problem', emphasis: true }, { text: ' sells well.' }],
    ],
    ['没有名称。', 'There is no name.'],
  ])('has its counterpart in %s', (zh, en) => {
    expect(names(zh, en)).toEqual([])
  })

  it.each<[string, Paragraph | string, string[]]>([
    ['依据《反垄断法》处罚。', 'It was fined under the law.', ['《反垄断法》']],
    ['依据《反垄断法》处罚。', 'SAMR published its decision on the fine.', ['《反垄断法》']],
    ['依据《网络安全法》和《反垄断法》处罚。', 'It was fined under the Cybersecurity Law.', ['《反垄断法》']],
    ['书籍《三体》畅销。', 'The book sells well in Beijing.', ['《三体》']],
  ])('has none in %s and %s', (zh, en, marks) => {
    expect(names(zh, en)).toEqual(marks)
  })

  it('is looked for in the whole text, and marked where it stands first', () => {
    const item = anItemWith(
      [zhText, '依据《数据安全法》处罚，《数据安全法》已生效。'],
      [enText, 'It was fined under the law, which has taken effect.'],
    )
    expect(checkItem(item)).toMatchObject([
      { kind: 'name', part: 1, zh: { part: 1, start: 2, end: 9, text: '《数据安全法》' }, en: null },
    ])
  })
})

describe('text in the wrong language', () => {
  const languages = (zh: string, en: string) =>
    checkItem(anItemWith([zh], [en]))
      .filter(({ kind }) => kind === 'language')
      .map((mark) => mark.zh?.text ?? mark.en?.text)

  it.each([
    [
      '英国国家网络安全中心（National Cyber Security Centre, “NCSC”）发布指南。',
      'The NCSC published guidance.',
    ],
    [
      'Google Ireland Limited与Court of Justice of the European Union的案件。',
      'The case of Google Ireland Limited.',
    ],
    ['所谓“choose one from two”的做法。', 'The practice called “二选一” (choose one from two).'],
    ['公司致力于合规。', 'The company (北京远山数据服务有限公司) works on compliance.'],
    ['WhatsApp', 'WhatsApp'],
  ])('is not found in %s and %s', (zh, en) => {
    expect(languages(zh, en)).toEqual([])
  })

  it.each([
    [zhText, zhText, zhText],
    [enText, enText, enText],
    [zhText, `${enText} 推荐类产品的运营者宜尽早评估改造成本。`, '推荐类产品的运营者宜尽早评估改造成本。'],
    [
      `${zhText}The operators should assess the costs early.`,
      enText,
      'The operators should assess the costs early.',
    ],
  ])('is found in %s and %s', (zh, en, text) => {
    expect(languages(zh, en)).toEqual([text])
  })

  it('is found in a title', () => {
    const item = anItemWith([zhText], [enText], { title: { zh: '算法推荐规定', en: '算法推荐规定' } })
    expect(told(checkItem(item))).toEqual(['language title en'])
  })

  it('is not compared with the other half as well', () => {
    const zh = `2021年8月27日，${zhText}`
    expect(told(checkItem(anItemWith([zh], [zh])))).toEqual(['language 0 en'])
  })
})

describe('lengths and counts', () => {
  it.each([
    [zhText.repeat(2), enText],
    [zhText, enText.repeat(3)],
    [zhText.repeat(3), 'The draft is open for comment.'],
  ])('mark what cannot be a translation: %s and %s', (zh, en) => {
    expect(told(checkItem(anItemWith([zh], [en])))).toEqual(['length 0'])
  })

  it('let a terse title pass, but not a stub', () => {
    const zh = '国家网信办就算法推荐管理规定公开征求意见并提出时间表'
    const withTitle = (en: string) => told(checkItem(anItemWith([zhText], [enText], { title: { zh, en } })))
    expect(withTitle('CAC Consults on Rules for Algorithms')).toEqual([])
    expect(withTitle('Algorithms')).toEqual(['length title'])
  })

  it('mark paragraph counts that differ, and compare the texts as wholes then', () => {
    const item = anItemWith([`2021年8月27日，${zhText}`, zhText], [`On August 27, 2021: ${enText} ${enText}`])
    expect(told(checkItem(item))).toEqual(['paragraphs body'])
  })
})

describe('a number of one paragraph', () => {
  it('may stand in another paragraph, or in the text for the title', () => {
    const item = anItemWith(
      [`共有38类应用。${zhText}`, zhText],
      [enText, `It covers 38 types of apps. ${enText}`],
      { title: { zh: '38类应用的规定', en: 'Provisions on Apps' } },
    )
    expect(checkItem(item)).toEqual([])
  })

  it('may not change places with the number of another', () => {
    const item = anItemWith(
      ['抓获嫌疑人9700余名。', '侦办案件3100余起。'],
      ['More than 3,100 suspects were arrested.', 'More than 9,700 cases were investigated.'],
    )
    expect(told(checkItem(item))).toEqual(['number 0', 'number 1'])
  })

  it('is lit where it stands in the plain text of its paragraph', () => {
    const item = anItemWith(
      [[{ text: '共侦办' }, { text: '案件', emphasis: true }, { text: '3100余起。' }]],
      ['In all, 3,000 cases were investigated.'],
    )
    expect(checkItem(item)).toMatchObject([
      {
        kind: 'number',
        part: 0,
        zh: { part: 0, start: 5, end: 10, text: '3100余' },
        en: { part: 0, start: 8, end: 13, text: '3,000' },
      },
    ])
  })
})

describe('the id of a mark', () => {
  const wrong = (overrides: Partial<DraftItem> = {}) =>
    anItemWith(['侦办案件3100余起。', zhText], ['It investigated 3,000 cases.', enText], overrides)
  const idOf = (item: DraftItem): string | undefined => checkItem(item)[0]?.id

  it('stays while its texts stay, wherever they move to', () => {
    const moved = anItemWith([zhText, '侦办案件3100余起。'], [enText, 'It investigated 3,000 cases.'])
    expect(idOf(wrong())).toBeDefined()
    expect(idOf(moved)).toBe(idOf(wrong()))
    expect(idOf(wrong({ title: { zh: '别的标题', en: 'Another Title' } }))).toBe(idOf(wrong()))
  })

  it('changes with its texts, in either language', () => {
    const ids = [
      wrong(),
      anItemWith(['侦办案件3200余起。', zhText], ['It investigated 3,000 cases.', enText]),
      anItemWith(['侦办案件3100余起。', zhText], ['It investigated 3,001 cases.', enText]),
      anItemWith(['侦办案件3100余起。', zhText], ['It closed 3,000 cases.', enText]),
    ].map(idOf)
    expect(new Set(ids).size).toBe(4)
  })

  it('is of one item only', () => {
    expect(idOf(wrong({ key: 'item2' }))).not.toBe(idOf(wrong()))
  })

  it('does not change from one version of the project to the next', () => {
    expect(idOf(wrong())).toBe('item1-1kgefjz1gm1l8x')
  })

  it('is told once of two equal paragraphs', () => {
    const item = anItemWith(
      ['侦办案件3100余起。', '侦办案件3100余起。'],
      ['It closed cases.', 'It closed cases.'],
    )
    expect(told(checkItem(item))).toEqual(['number 0'])
  })
})
