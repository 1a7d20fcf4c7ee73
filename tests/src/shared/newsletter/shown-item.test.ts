import type { Item } from '#shared/newsletter/issue'
import { showItem } from '#shared/newsletter/shown-item'
import { anItem, aParagraph } from '../../../support/an-issue'

const zhBody = [aParagraph('草案规定了数据分级分类保护制度。')]
const enBody = [aParagraph('The draft provides for classified protection.')]
const whole: Item = {
  title: { zh: '标题', en: 'Title' },
  body: { zh: zhBody, en: enBody },
  source: { zh: 'http://zh.example/', en: 'http://en.example/' },
}

test('shows one half for one language', () => {
  expect(showItem(whole, 'en')).toEqual([
    {
      language: 'en',
      title: { language: 'en', text: 'Title' },
      body: { language: 'en', paragraphs: enBody },
      missing: null,
      incomplete: false,
      source: 'http://en.example/',
    },
  ])
})

test('shows Chinese, then English, for both', () => {
  const halves = showItem(whole, 'both')
  expect(halves.map((half) => half.language)).toEqual(['zh', 'en'])
  expect(halves.map((half) => half.title?.text)).toEqual(['标题', 'Title'])
})

test('borrows a missing body from the other language and says that it is missing', () => {
  const [half] = showItem({ ...whole, body: { zh: zhBody, en: null } }, 'en')
  expect(half?.title).toEqual({ language: 'en', text: 'Title' })
  expect(half?.body).toEqual({ language: 'zh', paragraphs: zhBody })
  expect(half?.missing).toBe('body')
})

test('borrows a missing title and says that it is missing', () => {
  const [half] = showItem({ ...whole, title: { zh: null, en: 'Title' } }, 'zh')
  expect(half?.title).toEqual({ language: 'en', text: 'Title' })
  expect(half?.missing).toBe('title')
})

test('says that all of it is missing', () => {
  const item = { ...whole, title: { zh: '标题', en: null }, body: { zh: zhBody, en: null } }
  expect(showItem(item, 'en')[0]?.missing).toBe('all')
})

test('repeats nothing beside the half that has it', () => {
  const [zh, en] = showItem(
    { ...whole, title: { zh: '标题', en: null }, body: { zh: zhBody, en: null } },
    'both',
  )
  expect(zh?.missing).toBeNull()
  expect([zh?.incomplete, en?.incomplete]).toEqual([true, true])
  expect(en).toMatchObject({ title: null, body: null, missing: 'all' })
})

test('leads a reader of one language to the other’s source where there is no own', () => {
  const item = anItem({ source: { zh: 'http://zh.example/', en: null } })
  expect(showItem(item, 'en')[0]?.source).toBe('http://zh.example/')
  expect(showItem(item, 'both').map((half) => half.source)).toEqual(['http://zh.example/', null])
})

test('says that a half is missing also where both are', () => {
  const item = { ...whole, title: { zh: null, en: null }, body: { zh: null, en: null } }
  expect(showItem(item, 'zh')[0]).toMatchObject({ title: null, body: null, missing: 'all' })
})
