import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { downloadDocument } from '#core/imports/download-document'
import { LARGEST_DOCUMENT } from '#shared/imports/endpoints'

let answer: (response: ServerResponse) => void
let address: string | null
let server: Server

jest.mock('#core/wx', () => ({ addressOfFile: async () => address }))

beforeAll(async () => {
  server = createServer((_request, response) => answer(response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
})

beforeEach(() => {
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const trouble = (code: string) => ({
  problem: { severity: 'error', code, message: expect.stringMatching(/\.$/u) },
})

/** Sends for as long as anybody listens, and tells when nobody does. */
function sendWithoutEnd(response: ServerResponse): Promise<unknown> {
  const piece = Buffer.alloc(64 * 1024)
  const send = () => {
    while (!response.destroyed && response.write(piece));
  }
  response.on('drain', send)
  send()
  return once(response, 'close')
}

it('fetches all of a file, also where it is shorter than was said', async () => {
  answer = (response) => response.end('a document')
  expect(Buffer.from(await downloadDocument('a', 10)).toString()).toBe('a document')
  expect(Buffer.from(await downloadDocument('a', 99)).toString()).toBe('a document')
})

it('leaves a file that turns out larger than was said, and does not read it to its end', async () => {
  let left: Promise<unknown> | undefined
  answer = (response) => {
    left = sendWithoutEnd(response)
  }
  await expect(downloadDocument('a', 100_000)).rejects.toMatchObject(trouble('other-file'))
  await left
})

it('leaves a file that is larger than any document may be', async () => {
  let left: Promise<unknown> | undefined
  answer = (response) => {
    left = sendWithoutEnd(response)
  }
  await expect(downloadDocument('a', 2 * LARGEST_DOCUMENT)).rejects.toMatchObject(trouble('too-large'))
  await left
})

it('says that there is none', async () => {
  address = null
  await expect(downloadDocument('a', 10)).rejects.toMatchObject(trouble('no-file'))
})

describe('where the storage fails', () => {
  const logged = jest.spyOn(console, 'warn').mockReturnValue()
  afterAll(() => logged.mockRestore())

  it.each<[string, (response: ServerResponse) => void]>([
    ['with an error', (response) => response.writeHead(500).end()],
    [
      'in the middle',
      (response) =>
        response.writeHead(200, { 'content-length': 10 }).write('a doc', () => response.destroy()),
    ],
  ])('%s, says so', async (_, fails) => {
    answer = fails
    await expect(downloadDocument('a', 10)).rejects.toMatchObject(trouble('not-fetched'))
  })
})
