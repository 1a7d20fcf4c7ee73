/**
 * A server that answers at once: each request with what the local cloud answered to the first one after it was told
 * where that is. So the same bytes go over the same wire, and what is left between the two is the local cloud's work.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

let cloudUrl = ''
let constant: Buffer | undefined

const server = createServer(async (request, response) => {
  const body = await buffer(request)
  constant ??= Buffer.from(
    await (
      await fetch(cloudUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    ).arrayBuffer(),
  )
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': constant.length,
  })
  response.end(constant)
})

server.listen(0, '127.0.0.1', () => {
  process.send?.({ adminUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin` })
})

process.on('message', (message: { cloudUrl: string }) => {
  cloudUrl = message.cloudUrl
  constant = undefined
  process.send?.('told')
})
