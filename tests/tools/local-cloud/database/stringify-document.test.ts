import { EJSON } from 'bson'
import fc from 'fast-check'
import { stringifyDocument } from '../../../../tools/local-cloud/database/ejson'

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 0, -0, 1.5, 2 ** 31, 2 ** 52, Number.NaN, Number.POSITIVE_INFINITY, /^a.b$/i),
    fc.date({ noInvalidDate: true }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.array(tie('any'), { maxLength: 4 }),
    tie('fields'),
  ),
  fields: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/u), tie('any'), { maxKeys: 5 }),
})).fields

it('writes every document as Extended JSON does', () => {
  fc.assert(
    fc.property(value, (fields) => {
      const document = fields as Record<string, unknown>
      expect(stringifyDocument(document)).toBe(EJSON.stringify(document, { relaxed: true }))
    }),
    { numRuns: 1_000, seed: 1 },
  )
})
