import { seriesIdOf } from '#core/series/resolve-series'
import { seriesId } from '#shared/newsletter/issue-id'

const weekly = {
  id: 'weekly-data-review',
  title: { zh: '数据合规周报', en: 'Data Compliance Weekly' },
  otherTitles: [
    { zh: '数据周报', en: 'Weekly Data Review' },
    { zh: '个人信息保护周报', en: null },
  ],
}
const monthly = { id: 'monthly-review', title: { zh: '每月综述', en: 'Monthly Review' }, otherTitles: [] }
const records = [monthly, weekly]

it.each([
  ['its title', { zh: '数据合规周报', en: 'Data Compliance Weekly' }],
  ['its Chinese title alone', { zh: '数据合规周报', en: null }],
  ['its English title alone', { zh: null, en: 'Data Compliance Weekly' }],
  ['a title that it had before', { zh: '数据周报', en: 'Weekly Data Review' }],
  ['a title that it had in one language', { zh: '个人信息保护周报', en: null }],
  ['its title in other letters, widths and spaces', { zh: ' 数据合规周报 ', en: 'ＤATA  compliance weekly' }],
  ['its Chinese title and an English one that nobody knows', { zh: '数据周报', en: 'Data Weekly' }],
  ['its English title and the Chinese one of another', { zh: '每月综述', en: 'Weekly Data Review' }],
])('knows a series by %s', (_how, title) => {
  expect(seriesIdOf(title, records)).toBe('weekly-data-review')
})

it.each([
  ['a title that nobody has', { zh: '网络安全月刊', en: 'Cyber Monthly' }],
  ['a part of a title', { zh: '数据', en: 'Weekly Data' }],
  ['no title at all', { zh: null, en: null }],
])('makes a series of its own of %s', (_what, title) => {
  expect(seriesIdOf(title, records)).toBe(seriesId({ title }))
})
