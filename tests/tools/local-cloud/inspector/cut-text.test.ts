import { cutText } from '../../../../tools/local-cloud/inspector/cut-text'

it.each([
  ['a text that fits', 'abc', 3, { text: 'abc', cut: 0 }],
  ['a longer one', 'abcde', 3, { text: 'abc', cut: 2 }],
  ['no character of two units in half', 'ab😀c', 3, { text: 'ab', cut: 3 }],
  ['an empty one', '', 3, { text: '', cut: 0 }],
])('cuts %s', (_name, text, length, shown) => {
  expect(cutText(text, length)).toEqual(shown)
})
