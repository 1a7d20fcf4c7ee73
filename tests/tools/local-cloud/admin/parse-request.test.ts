import { parseRequest } from '../../../../tools/local-cloud/admin/parse-request'

const contentType = 'multipart/form-data; boundary=XX'
const BYTES = 'Content-Type: application/octet-stream\r\n'

const part = (name: string, value: string, header = '') =>
  `--XX\r\nContent-Disposition: form-data; name="${name}"\r\n${header}\r\n${value}\r\n`
const END = '--XX--\r\n'

const form = part('action', 'wx.openApi') + part('requestData', '\x08\x00', BYTES) + END

const parse = (body: string, type = contentType) =>
  parseRequest({ contentType: type, body: Buffer.from(body) })

it('reads the fields of a form, and a part with bytes as bytes', async () => {
  expect(await parse(form)).toEqual({ action: 'wx.openApi', requestData: Buffer.from([8, 0]) })
})

it('refuses a form that is cut short, wherever', async () => {
  // The line end after the last boundary is not needed.
  for (let length = 0; length < form.length - 4; length++)
    await expect(parse(form.slice(0, length))).rejects.toMatchObject({ code: 'INVALID_PARAM' })
})

it.each([
  ['without a boundary', form, 'multipart/form-data'],
  ['with an empty boundary', form, 'multipart/form-data; boundary='],
  ['with another boundary', form, 'multipart/form-data; boundary=YY'],
  ['of a thousand parts', part('a', 'b').repeat(1000) + END, contentType],
])('refuses a form %s', async (_name, body, type) => {
  await expect(parse(body, type)).rejects.toMatchObject({ code: 'INVALID_PARAM' })
})

it('takes the name of a prototype as any other name', async () => {
  const fields = await parse(part('__proto__', 'bytes', BYTES) + form)
  expect(Object.getPrototypeOf(fields)).toBe(Object.prototype)
  expect(Object.keys(fields).sort()).toEqual(['__proto__', 'action', 'requestData'])
})
