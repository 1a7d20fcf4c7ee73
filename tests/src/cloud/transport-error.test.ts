import { transportError } from '#cloud/transport-error'
import { AppError } from '#shared/errors'

test.each([
  [{ errCode: -1, errMsg: 'request:fail' }],
  [{ errMsg: 'request:fail timeout' }],
  [{ errCode: -404012, errMsg: 'polling exceed max timeout retry' }],
  [new TypeError('Failed to fetch')],
  [undefined],
])('takes %j for a missing connection', (cause) => {
  expect(transportError(cause)).toMatchObject({ code: 'OFFLINE', cause })
})

test('takes a failure in the cloud for one of the server', () => {
  expect(transportError({ errCode: -504002, errMsg: 'functions execute fail' }).code).toBe('INTERNAL')
})

test('leaves an error that is known already as it is', () => {
  const known = new AppError('INTERNAL', 'The local cloud gave no answer.')
  expect(transportError(known)).toBe(known)
})
