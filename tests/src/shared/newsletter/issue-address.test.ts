import { issueAddress, issueIdOf } from '#shared/newsletter/issue-address'

test('names the page and the issue', () => {
  expect(issueAddress('204')).toBe('/pages/issue/index?id=204')
})

test('finds the id again in what the page was opened with', () => {
  const id = issueAddress('data-weekly-39').split('?id=')[1]
  expect(issueIdOf({ id })).toBe('data-weekly-39')
})

test.each([undefined, '', '../x', 'A'.repeat(200), '__proto__', '<b>', '204 '])('finds no id in %p', (id) => {
  expect(issueIdOf({ id })).toBeNull()
})
