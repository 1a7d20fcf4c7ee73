import { loadPdfjs } from '#core/importer/read/pdf/load-pdfjs'
import { readPdf } from '#core/importer/read/pdf/read-pdf'
import { encode } from '../../../../fixtures/importer/pdf/pdf-fonts'
import { Press } from '../../../../fixtures/importer/pdf/press'
import { LOOKS } from '../../../../fixtures/importer/pdf/set-newsletter'

// The first test would wait for pdf.js to be compiled.
beforeAll(loadPdfjs, 60_000)

const { text: TEXT, title: TITLE } = LOOKS
/** The law by which each sentence is wide enough for several lines. */
const LAW =
  'The Personal Information Protection Law took effect on November 1, 2021 and applies to those who process personal information.'
const CHINESE =
  '《个人信息保护法》自2021年11月1日起施行，适用于在中华人民共和国境内处理自然人个人信息的活动。'

async function read(press: Press) {
  const { blocks, problems } = await readPdf(press.finish())
  const texts = blocks.map(({ spans }) => spans.map(({ text }) => text).join(''))
  return { blocks, texts, problems, codes: problems.map(({ code }) => code) }
}

/** A page so narrow that the word must be parted, and what else the document says. */
async function readParted(word: string, others: readonly string[]) {
  const press = new Press({ width: 225, margin: 60 })
  press.text(`The rules ask for ${word.replaceAll('-', '')} of it all.`, {
    ...TEXT,
    hyphenated: [word],
  })
  for (const other of others) press.text(other, TEXT)
  const source = Buffer.from(press.finish()).toString('latin1')
  expect(source).toContain(`<${encode(`${word.split('-')[0]}-`, 'serif')}>`)
  return read(press)
}

describe('readPdf', () => {
  it('joins lines to a paragraph: English with spaces, Chinese without', async () => {
    const press = new Press()
    press.text(LAW, TEXT)
    press.text(CHINESE, TEXT)
    expect((await read(press)).texts).toEqual([LAW, CHINESE])
  })

  it('sees spaces that are gaps only', async () => {
    const press = new Press({ drawsSpaces: false })
    press.text(LAW, { ...TEXT, isJustified: true })
    expect((await read(press)).texts).toEqual([LAW])
  })

  it('lets a paragraph go on over the page, and begins another where a line is not filled', async () => {
    const press = new Press({ height: 190 })
    for (const text of [LAW, CHINESE, `${LAW} ${LAW}`, CHINESE]) press.text(text, { ...TEXT, above: 0 })
    const { blocks, texts } = await read(press)
    expect(texts).toEqual([LAW, CHINESE, `${LAW} ${LAW}`, CHINESE])
    expect(blocks.map(({ place }) => place)).toContainEqual({ page: 2 })
  })

  it('finds titles by size and weight, the larger ones higher', async () => {
    const press = new Press()
    press.text('Domestic News', LOOKS.section)
    press.text('New Rules on Data', TITLE)
    press.text(LAW, TEXT)
    const { blocks } = await read(press)
    expect(blocks.map(({ kind, rank }) => [kind, rank])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['paragraph', null],
    ])
  })

  it('keeps emphasis and links with exactly their words', async () => {
    const press = new Press()
    press.text(
      [
        { text: 'The ' },
        { text: 'Data Security Law', emphasis: true },
        { text: ' is new. ' },
        { text: 'More', href: 'https://a.example/1' },
      ],
      TEXT,
    )
    expect((await read(press)).blocks[0]?.spans).toEqual([
      { text: 'The ', place: { page: 1 } },
      { text: 'Data Security Law', place: { page: 1 }, emphasis: true },
      { text: ' is new. ', place: { page: 1 } },
      { text: 'More', place: { page: 1 }, href: 'https://a.example/1' },
    ])
  })

  it('hands on a link of any kind as it is written, for the draft to refuse', async () => {
    const press = new Press()
    press.text([{ text: 'Click', href: 'javascript:alert%281%29' }], TEXT)
    expect((await read(press)).blocks[0]?.spans[0]?.href).toBe('javascript:alert%281%29')
  })

  it.each([
    [
      'joins a word that the document writes whole elsewhere',
      'infor-mation',
      ['Such information counts.'],
      'information',
      [],
    ],
    ['joins a word before an ending that is none by itself', 'regula-tion', [], 'regulation', []],
    [
      'keeps the hyphen that the document writes elsewhere',
      'cross-border',
      ['A cross-border flow.'],
      'cross-border',
      [],
    ],
    [
      'keeps the hyphen after a first part of compounds, and asks',
      'cross-border',
      [],
      'cross-border',
      ['hyphen-unsure'],
    ],
    ['joins where nothing tells, and asks', 'platf-orm', [], 'platform', ['hyphen-unsure']],
  ])('%s', async (_, word, others, written, expected) => {
    const { texts, codes } = await readParted(word, others)
    expect(texts[0]).toBe(`The rules ask for ${written} of it all.`)
    expect(codes).toEqual(expected)
  })

  it('leaves out a footnote with its mark, and tells', async () => {
    const press = new Press()
    press.text(LAW, TEXT)
    press.raise('1', TEXT)
    press.text(CHINESE, TEXT)
    press.text('1 See Article 74 of the law.', { ...TEXT, size: 7 })
    const { texts, codes } = await read(press)
    expect(texts).toEqual([LAW, CHINESE])
    expect(codes).toEqual(['footnote-left-out'])
  })

  it('leaves out what is written aslant, and tells', async () => {
    const press = new Press()
    press.text(LAW, TEXT)
    press.draw('q 0.7 0.7 -0.7 0.7 200 200 cm BT /serif 40 Tf (DRAFT) Tj ET Q')
    const { texts, problems } = await read(press)
    expect(texts).toEqual([LAW])
    expect(problems).toEqual([
      expect.objectContaining({ code: 'skewed-text-left-out', message: expect.stringContaining('DRAFT') }),
    ])
  })

  it('takes a text that is drawn twice, a hair apart, as bold', async () => {
    const press = new Press()
    press.text('A Bold Title', TEXT)
    press.text('A Bold Title', { ...TEXT, above: -TEXT.leading, shift: 0.3 })
    press.text(LAW, TEXT)
    const { blocks, texts } = await read(press)
    expect(texts).toEqual(['A Bold Title', LAW])
    expect(blocks[0]?.kind).toBe('heading')
  })

  it('drops what repeats on every page, and tells what only that said', async () => {
    const press = new Press({
      height: 240,
      head: () => 'Far Hill Bulletin',
      foot: (page) => `Page ${page} of 2`,
    })
    for (let count = 0; count < 4; count += 1) press.text(LAW, TEXT)
    const { texts, problems } = await read(press)
    expect(texts).toEqual([LAW, LAW, LAW, LAW])
    expect(problems.map(({ code, message, place }) => [code, message.slice(0, 19), place])).toEqual([
      ['running-head-left-out', '"Far Hill Bulletin"', { page: 1 }],
      ['running-head-left-out', '"Page 1 of 2" stand', { page: 1 }],
    ])
  })
})
