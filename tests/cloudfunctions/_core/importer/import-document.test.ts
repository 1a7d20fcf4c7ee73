import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ImportResult, importDocument } from '#core/importer/import-document'

const root = join(__dirname, '../../../..')
const fixtures = join(root, 'tests/fixtures/importer')
const names = readdirSync(fixtures)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -'.md'.length))

const plain = readFileSync(join(fixtures, 'plain.md'), 'utf8')

describe('importDocument', () => {
  // Each fixture is one difficulty of real documents; UPDATE=1 rewrites an expectation, but never makes one.
  test.each(names)('reads the fixture %s as expected', async (name) => {
    const expected = join(fixtures, `${name}.json`)
    expect(existsSync(expected)).toBe(true)
    const { issue, problems } = await importDocument(readFileSync(join(fixtures, `${name}.md`)))
    const result = { issue, problems }
    if (process.env.UPDATE === '1') writeFileSync(expected, `${JSON.stringify(result, null, 2)}\n`)
    expect(result).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })

  it('gives the same issue for the same text', async () => {
    expect(await importDocument(encode(plain))).toEqual(await importDocument(encode(plain)))
  })

  test.each(names)(
    'is not disturbed by line endings and a byte-order mark in the fixture %s',
    async (name) => {
      const text = readFileSync(join(fixtures, `${name}.md`), 'utf8')
        .replace(/^\ufeff/u, '')
        .replace(/\r\n?/gu, '\n')
      const expected = await importDocument(encode(text))
      expect(await importDocument(encode(`\ufeff${text.replace(/\n/gu, '\r\n')}`))).toEqual(expected)
      expect(await importDocument(encode(text.replace(/\n/gu, '\r')))).toEqual(expected)
    },
  )

  it('says of each item in which place its halves stand, and nothing of a half that is missing', async () => {
    const whole = await importDocument(encode(plain))
    const lineOf = (title: string | null): number => plain.split('\n').lastIndexOf(`### ${title}`) + 1
    expect(whole.places).toEqual(
      whole.issue?.sections.map(({ items }) =>
        items.map(({ title }) => ({
          zh: { line: lineOf(title.zh), column: 5 },
          en: { line: lineOf(title.en), column: 5 },
        })),
      ),
    )
    const missing = await importDocument(readFileSync(join(fixtures, 'missing-english-half.md')))
    const halves = missing.places.flat().map(({ zh, en }) => [zh !== null, en !== null])
    expect(halves).toEqual(
      missing.issue?.sections.flatMap(({ items }) =>
        items.map(({ title }) => [title.zh !== null, title.en !== null]),
      ),
    )
    expect(halves).toContainEqual([true, false])
  })

  it('sorts the problems by their place', async () => {
    const { problems } = await importDocument(readFileSync(join(fixtures, 'irregular.md')))
    const lines = problems.map(({ place }) => ('line' in place ? place.line : 0))
    expect(lines.length).toBeGreaterThan(2)
    expect(lines).toEqual([...lines].sort((a, b) => a - b))
  })

  it.each([
    ['UTF-16 with a mark', Buffer.from(`\ufeff${plain}`, 'utf16le'), 'not-utf8'],
    ['UTF-16 without a mark', Buffer.from(plain, 'utf16le'), 'not-text'],
    ['GBK', Buffer.from([0x23, 0x20, 0xd6, 0xd0, 0xce, 0xc4, 0x0a]), 'not-utf8'],
    ['nothing but spaces', Buffer.from(' \n\u3000\n'), 'empty'],
    ['a quotation in a thousand quotations', Buffer.from('>'.repeat(1000)), 'nested-too-deep'],
    ['a list without end', Buffer.from('- a\n  - b\n\n'.repeat(5000)), 'too-many-lines'],
    ['a million short lines', Buffer.from('a\n\n'.repeat(300_000)), 'too-many-lines'],
    ['one endless line', Buffer.from('[a](<b'.repeat(100_000)), 'paragraph-too-long'],
  ])('refuses %s with one error', async (_, bytes, code) => {
    const { issue, problems } = await importDocument(bytes)
    expect(issue).toBeNull()
    expect(problems).toEqual([expect.objectContaining({ severity: 'error', code })])
  })

  it('says what is too many for an issue', async () => {
    const section = plain.slice(plain.lastIndexOf('## 海外动态'), plain.indexOf('本刊由'))
    const sections = Array.from({ length: 60 }, (_, index) => section.replace('海外', `第${index + 1}类海外`))
    const { issue, problems } = await importDocument(
      encode(`${plain.split('#### 国内')[0]}${sections.join('')}`),
    )
    expect(issue).toBeNull()
    expect(problems.map(({ message }) => message)).toEqual([
      'There are 60 sections, and an issue holds at most 50: check which headings are sections.',
    ])
  })

  it('says in which line a text stops being UTF-8', async () => {
    const { problems } = await importDocument(
      Buffer.concat([encode('# 一\n\n二'), Buffer.from([0xd6, 0xd0])]),
    )
    expect(problems[0]?.place).toEqual({ line: 3, column: 2 })
  })
})

const customers = join(root, '../shared/newsletters/no-204.md')
const describeWithDocument = existsSync(customers) ? describe : describe.skip

// The customer's document is not part of the project: where it does not lie beside it, this part is skipped.
describeWithDocument("importDocument with the customer's own document", () => {
  let issue: ImportResult['issue'] = null
  let problems: ImportResult['problems'] = []

  beforeAll(async () => {
    const result = await importDocument(readFileSync(customers))
    issue = result.issue
    problems = result.problems
  })

  it('reads the masthead, the disclaimer and the contact', () => {
    expect(issue).toMatchObject({
      id: '204',
      publication: { zh: '立方观评', en: 'NEWSLETTER' },
      number: 204,
      series: {
        title: { zh: '立方网络安全与数据合规周报', en: 'Weekly Cybersecurity and Data Protection Review' },
        number: 39,
      },
      month: '2021-01',
      date: null,
      disclaimer: {
        zh: expect.stringMatching(/^立方律师事务所编写.*仅供参考。$/u),
        en: expect.stringMatching(/^This Newsletter has been prepared.*individual cases\.$/u),
      },
      contact: {
        website: 'http://www.lifanglaw.com',
        email: 'info@lifanglaw.com',
        tel: ['+8610 64096099'],
        fax: ['+8610 64096260', '+8610 64096261'],
        offices: {
          zh: ['北京', '上海', '武汉', '广州', '深圳', '韩国'],
          en: ['Beijing', 'Shanghai', 'Wuhan', 'Guangzhou', 'Shenzhen', 'Korea'],
        },
      },
    })
  })

  it('reads both sections with every item complete', () => {
    const sections = issue?.sections ?? []
    expect(sections.map(({ title, items }) => [title.zh, title.en, items.length])).toEqual([
      ['国内要闻', 'Domestic News', 4],
      ['海外动态', 'Overseas News', 1],
    ])
    for (const { title, body } of sections.flatMap(({ items }) => items)) {
      expect(title).toEqual({
        zh: expect.stringMatching(/\p{Script=Han}/u),
        en: expect.stringMatching(/^[A-Z]/u),
      })
      expect([body.zh?.length, body.en?.length]).toEqual([1, 1])
      expect(textOf(body.zh)).toMatch(/^2020年12月\d+日，.*。$/u)
      expect(textOf(body.en)).toMatch(/^On December \d+, 2020, .*\.$/u)
    }
  })

  it('keeps emphasis, and leaves no word of a link in any text', () => {
    const items = issue?.sections.flatMap((section) => section.items) ?? []
    expect(items[1]?.body.en?.[0]?.[1]).toEqual({
      text: 'Interim Regulations on Data of Shenzhen Special Economic Zone',
      emphasis: true,
    })
    expect(JSON.stringify(issue)).not.toMatch(/查看更多|\bMore\b|关注更多|扫码|LIFANG|Subscribe/u)
  })

  it('warns once of each link that leads nowhere, and of nothing else', () => {
    expect(problems.map(({ code }) => code)).toEqual(Array(10).fill('source-without-address'))
    expect(issue?.sections.flatMap(({ items }) => items.map(({ source }) => source))).toEqual(
      Array(5).fill({ zh: null, en: null }),
    )
  })
})

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function textOf(paragraphs: { text: string }[][] | null | undefined): string {
  return (paragraphs ?? []).map((spans) => spans.map(({ text }) => text).join('')).join('\n')
}
