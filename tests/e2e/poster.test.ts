import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import type { Language } from '#shared/newsletter/bilingual'
import type { Issue } from '#shared/newsletter/issue'
import { posterOf } from '../../src/poster/poster'
import { drawCode } from '../../tools/local-cloud/wechat/wxacode/draw-code'
import { anIssue, anItem } from '../support/an-issue'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { readCode } from '../support/read-code'
import { downloaded } from './support/downloaded'
import { around, type Drawn, drawnPoster, recordDrawing } from './support/drawn-poster'
import { openReader, type Reader, takeComplaints } from './support/open-reader'
import { cropped, differing, type Region } from './support/region'
import { press, settle, shownPage } from './support/screen'

const REFERENCES = join(__dirname, 'references')
const SCHEMES = ['light', 'dark'] as const
const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-US' }

const LOOK = { width: 430, color: { r: 0, g: 0, b: 0 }, isTransparent: false }

const shortest = anIssueWith('401', { zh: '法', en: 'Law' })
const longest = anIssueWith('402', {
  zh: '《深圳经济特区数据暂行条例（草案）》首提“数据权益”，'.repeat(12),
  en: 'Standards on the Security of Second-hand Smart Devices Are Published for Comment. '.repeat(10),
})

let room: IssuesCloud

beforeAll(async () => {
  room = await startIssuesCloud({ siteDir: join(__dirname, '../../dist/h5') })
  await room.publish(shortest, longest)
}, 60_000)

afterAll(() => room.close())

function anIssueWith(id: string, title: { zh: string; en: string }): Issue {
  const items = [1, 2, 3].map((number) =>
    anItem({ title: { zh: `${number}${title.zh}`, en: `${number} ${title.en}` } }),
  )
  return anIssue({
    id,
    number: Number(id),
    series: { title, number: 39 },
    sections: [{ title: { zh: '国内要闻', en: 'News' }, items }],
  })
}

async function openPoster(reader: Reader, id: string): Promise<void> {
  await reader.page.addInitScript({ content: recordDrawing })
  await reader.page.goto(`${room.cloud.url}#/poster/index?id=${id}`)
}

/** Chance chooses a code's letters, and no two pictures of it are alike: this one always says the same. */
async function withOneCode({ page }: Reader): Promise<void> {
  const picture = `data:image/png;base64,${drawCode('/pages/issue/index?scene=22222222222', LOOK).toString('base64')}`
  await page.route('**/client/callFunction', (route) =>
    route.request().postDataJSON().data.endpoint === 'poster'
      ? route.fulfill({ json: { result: { ok: true, data: { picture } } } })
      : route.continue(),
  )
}

/** The lines of each text, in the order in which they are drawn; a text that is cut ends with an ellipsis. */
function linesOf(drawn: Drawn, texts: readonly string[]): Drawn['lines'][] {
  const rest = [...drawn.lines]
  const plain = (text: string) => text.replace(/\s/gu, '')
  const blocks = texts.map((text) => {
    const lines: Drawn['lines'] = []
    const said = () => plain(lines.map((line) => line.text).join(''))
    while (rest.length > 0 && said() !== plain(text) && !said().endsWith('…'))
      lines.push(...rest.splice(0, 1))
    expect(plain(text).startsWith(said().replace(/…$/u, ''))).toBe(true)
    return lines
  })
  expect(rest).toEqual([])
  return blocks
}

/** Masthead, each headline, code. */
function regionsOf(drawn: Drawn, issue: Issue, language: Language): Record<string, Region> {
  const { publication, runningNumber, series, edition, headlines, scan, about, firm } = posterOf(
    issue,
    language,
  )
  const top = [publication, runningNumber ?? '', series, edition]
  const blocks = linesOf(drawn, [...top, ...headlines, scan, about, firm])
  const named = headlines.map((_, index) => [
    `headline ${index + 1}`,
    around(blocks[top.length + index] ?? []),
  ])
  return {
    masthead: around(blocks.slice(0, top.length).flat()),
    ...Object.fromEntries(named),
    code: drawn.code,
  }
}

describe.each([
  ['shortest', shortest],
  ['longest', longest],
])('a poster of the %s titles', (name, issue) => {
  it.each(['zh', 'en'] as const)('is what it was, in both schemes (%s)', async (language) => {
    const reader = await openReader('phone', { locale: LOCALES[language] })
    await withOneCode(reader)
    await openPoster(reader, issue.id)
    for (const [place, scheme] of SCHEMES.entries()) {
      await drawnPoster(reader.page)
      await press(reader, shownPage(reader.page).getByRole('radio').nth(place))
      await settle(reader.page)
      const drawn = await drawnPoster(reader.page)
      const file = join(REFERENCES, `poster-${name}-${language}-${scheme}.png`)
      if (process.env.RENEW_REFERENCES) writeFileSync(file, PNG.sync.write(drawn.picture, { colorType: 2 }))
      const reference = PNG.sync.read(readFileSync(file))
      for (const [region, box] of Object.entries(regionsOf(drawn, issue, language))) {
        const part = differing(drawn.picture, reference, box)
        expect({ region, box, part, isAlike: part < 0.01 }).toEqual({ region, box, part, isAlike: true })
      }
    }
  })
})

it('a region that is drawn otherwise is told from its reference', () => {
  const file = (scheme: string) =>
    PNG.sync.read(readFileSync(join(REFERENCES, `poster-shortest-zh-${scheme}.png`)))
  const whole = { x: 0, y: 0, width: 100, height: 100 }
  expect(differing(file('light'), file('dark'), whole)).toBeGreaterThan(0.99)
  expect(differing(file('light'), file('light'), whole)).toBe(0)
})

it('a poster is downloaded as it is shown, and its code opens the issue', async () => {
  const reader = await openReader('phone')
  await openPoster(reader, '401')
  const { picture, code } = await drawnPoster(reader.page)
  const { name, content } = await downloaded(reader, shownPage(reader.page).getByText('保存到相册'))
  expect(name).toBe('401-zh-light.png')
  expect(PNG.sync.read(content).data.equals(picture.data)).toBe(true)
  await reader.page.goto(readCode(PNG.sync.write(cropped(picture, code))).address)
  await shownPage(reader.page).getByRole('heading', { name: '1法' }).waitFor()
})

it('a headline that lacks the reader’s language is drawn in the other one', async () => {
  const item = anItem({ title: { zh: '数据安全', en: null } })
  await room.publish(
    anIssue({ id: '403', number: 403, sections: [{ title: { zh: '国内要闻', en: 'News' }, items: [item] }] }),
  )
  const reader = await openReader('phone', { locale: LOCALES.en })
  await openPoster(reader, '403')
  const { lines, picture } = await drawnPoster(reader.page)
  const headline = lines.find(({ text }) => text === '数据安全')
  const paper = new PNG({ width: picture.width, height: picture.height })
  PNG.bitblt(picture, paper, 0, 0, 1, 1, 0, 0)
  for (let filled = 4; filled < paper.data.length; filled *= 2) paper.data.copyWithin(filled, 0, filled)
  expect(headline && differing(picture, paper, headline)).toBeGreaterThan(0.1)
})

it('no poster is offered without its code, until there is one', async () => {
  const reader = await openReader('phone')
  const { page } = reader
  let isDown = true
  await page.route('**/client/callFunction', (route) =>
    isDown && route.request().postDataJSON().data.endpoint === 'poster' ? route.abort() : route.continue(),
  )
  await openPoster(reader, '401')
  await shownPage(page).getByText('没有网络连接').waitFor()
  expect(await shownPage(page).getByText('保存到相册').count()).toBe(0)
  takeComplaints()
  isDown = false
  await press(reader, shownPage(page).getByText('重试'))
  await drawnPoster(page)
})
