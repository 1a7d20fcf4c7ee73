import { msgidDigits } from '#core/alerts/msgid-digits'

describe('the id of a message', () => {
  it.each([
    ['as the SDK hands it on', { s: 1, e: 18, c: [31700, 85838467874816] }, '3170085838467874816'],
    ['with zeros in the middle', { s: 1, e: 18, c: [31700, 5] }, '3170000000000000005'],
    ['that ends with zeros', { s: 1, e: 18, c: [31700] }, '3170000000000000000'],
    ['as text', '3170085838467874816', '3170085838467874816'],
  ])('%s', (_how, msgid, digits) => {
    expect(msgidDigits(msgid)).toBe(digits)
  })

  it.each([[undefined], [null], [''], [{}]])('is none where WeChat names none (%j)', (msgid) => {
    expect(msgidDigits(msgid)).toBeNull()
  })
})
