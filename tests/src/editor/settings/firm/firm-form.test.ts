import * as v from 'valibot'
import { type Firm, FirmSchema } from '#shared/firm/endpoints'
import { firmOfForm, formOfFirm, problemsOfFirm } from '../../../../../src/editor/settings/firm/firm-form'
import { anIssue } from '../../../../support/an-issue'

const firm: Firm = {
  account: { name: '立方律师', originalId: 'gh_0123456789ab', code: 'data:image/png;base64,iVBORw0KGgo=' },
  contact: { ...anIssue().contact, tel: ['+8610 60000000', '+8610 60000001'] },
}

test('what is not changed is saved as it was', () => {
  expect(firmOfForm(formOfFirm(firm))).toEqual(firm)
})

test('what was left empty is missing, never blank', () => {
  const typed = { ...formOfFirm({ account: null, contact: null }), name: ' ', originalId: '' }
  expect(firmOfForm(typed)).toEqual({ account: null, contact: null })
  const named = { ...typed, name: ' 立方律师 ' }
  expect(firmOfForm(named)).toEqual({
    account: { name: '立方律师', originalId: null, code: null },
    contact: null,
  })
  expect(v.is(FirmSchema, firmOfForm(named))).toBe(true)
})

test('says what is wrong before it is sent', () => {
  const form = formOfFirm(firm)
  expect(problemsOfFirm(form)).toEqual({})
  expect(problemsOfFirm(formOfFirm({ account: null, contact: null }))).toEqual({})
  expect(problemsOfFirm({ ...form, name: '', originalId: '' })).toEqual({ name: true })
  const contact = { ...form.contact, website: 'javascript:alert(1)' }
  expect(problemsOfFirm({ ...form, originalId: 'lifang-law', contact })).toEqual({
    originalId: true,
    website: true,
  })
})
