import * as v from 'valibot'
import { FirmSchema, LARGEST_ACCOUNT_CODE } from '#shared/firm/endpoints'
import {
  accountCodeOf,
  LARGEST_ACCOUNT_CODE_FILE,
} from '../../../../../src/editor/settings/firm/account-code'

/** The first bytes of each kind, and so many in all. */
const starts = { png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], jpeg: [0xff, 0xd8, 0xff, 0xe0] }

function file(kind: keyof typeof starts, bytes: number): string {
  return Buffer.concat([Buffer.from(starts[kind]), Buffer.alloc(bytes)])
    .subarray(0, bytes)
    .toString('base64')
}

test.each(['png', 'jpeg'] as const)('takes a %s for what it is, as the server does', (kind) => {
  const code = accountCodeOf(file(kind, 3_001))
  expect(code).toEqual({ dataUrl: expect.stringMatching(new RegExp(`^data:image/${kind};base64,`, 'u')) })
  const { dataUrl } = code as { dataUrl: string }
  const account = { name: '立方律师', originalId: null, code: dataUrl }
  expect(v.is(FirmSchema, { account, contact: null })).toBe(true)
})

test.each([
  ['a GIF', 'GIF89a and so on'],
  ['a page', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['nothing', ''],
])('refuses %s', (_name, content) => {
  expect(accountCodeOf(Buffer.from(content).toString('base64'))).toEqual({ wrong: 'not-a-picture' })
})

test('refuses what the server would not take for its size, and nothing smaller', () => {
  const prefix = 'data:image/png;base64,'.length
  const most = Math.floor((LARGEST_ACCOUNT_CODE - prefix) / 4) * 3
  expect(accountCodeOf(file('png', most))).toHaveProperty('dataUrl')
  expect(accountCodeOf(file('png', most + 1))).toEqual({ wrong: 'too-large' })
  expect(most).toBeLessThanOrEqual(LARGEST_ACCOUNT_CODE_FILE)
})
