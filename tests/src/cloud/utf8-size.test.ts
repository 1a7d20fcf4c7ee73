import { utf8Size } from '#cloud/utf8-size'

test.each(['', 'abc', 'é', '立方观评', '“引号”', '😀', '𠮷', '\n\u0000'])(
  'counts %p as UTF-8 does',
  (text) => {
    expect(utf8Size(text)).toBe(Buffer.byteLength(text))
  },
)
