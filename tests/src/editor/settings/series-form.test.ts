import * as v from 'valibot'
import { saveSeries } from '#shared/series/endpoints'
import {
  emptySeries,
  formOfSeries,
  problemsOfSeries,
  seriesOfForm,
} from '../../../../src/editor/settings/series-form'
import { anIssue } from '../../../support/an-issue'

const { publication, disclaimer, contact } = anIssue()
const record = {
  id: 'weekly-data-review',
  title: { zh: '数据周报', en: 'Weekly Data Review' },
  otherTitles: [{ zh: '数据法周报', en: null }],
  defaults: { publication, disclaimer, contact: { ...contact, tel: ['+8610 60000000', '+8610 60000001'] } },
  nextNumber: 91,
}

test('what is not changed is saved as it was', () => {
  expect(seriesOfForm(record.id, formOfSeries(record))).toEqual(record)
})

test('what was left empty is missing, never blank', () => {
  const typed = {
    ...emptySeries,
    title: { zh: ' 隐私周报 ', en: '  ' },
    otherTitles: [{ zh: '', en: ' ' }],
    contact: { ...emptySeries.contact, tel: '\n +8610 1 \n' },
  }
  const series = seriesOfForm(null, typed)
  expect(v.is(saveSeries.input, { series })).toBe(true)
  expect(series).toMatchObject({
    title: { zh: '隐私周报', en: null },
    otherTitles: [],
    nextNumber: null,
    defaults: { contact: { website: null, tel: ['+8610 1'] } },
  })
  expect(series.id).toMatch(/^series-/u)
})

test('a name that was pasted in two lines is one line', () => {
  const typed = { ...formOfSeries(record), title: { zh: '数据周报', en: 'Weekly\nData Review' } }
  expect(seriesOfForm(record.id, typed).title.en).toBe('Weekly Data Review')
})

test('says what is wrong before it is sent', () => {
  expect(problemsOfSeries(emptySeries)).toEqual({ title: true })
  const form = formOfSeries(record)
  expect(problemsOfSeries(form)).toEqual({})
  const contact = { ...form.contact, website: 'javascript:alert(1)' }
  expect(problemsOfSeries({ ...form, contact, nextNumber: '0' })).toEqual({
    website: true,
    nextNumber: true,
  })
})
