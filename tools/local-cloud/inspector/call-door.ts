import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import { CloudError } from '../cloud-error'
import type { Door } from '../http/door'
import { readBody } from '../http/read-body'
import type { Call } from './call'

const MAX_BYTES = 1024 * 1024

/** What the page is told where something could not be done. */
export type Refusal = { error: { code: string; message: string } }

/** The address of one call. It answers JSON: 200, 400 where the request is at fault, 500 where we are. */
export function callDoor(name: string, call: Call, log: (line: string) => void): Door {
  return {
    path: `/_cloud/api/${name}`,
    methods: [call.method],
    from: 'inspector',
    async answer(request, response) {
      try {
        const input = v.safeParse(call.input, await readInput(request))
        if (!input.success) throw new CloudError('INVALID_PARAM', sentenceOf(input.issues[0]))
        send(response, 200, (await call.answer(input.output)) ?? null)
      } catch (thrown) {
        if (thrown instanceof CloudError) return send(response, 400, refusal(thrown.code, thrown.message))
        // Whoever goes away in the middle of a request is answered by nobody.
        if (!request.complete) throw thrown
        log(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
        send(response, 500, refusal('SYS_ERR', 'The local cloud failed; its log says why.'))
      }
    },
  }
}

async function readInput(request: IncomingMessage): Promise<unknown> {
  if (request.method === 'GET') {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost')
    return Object.fromEntries(searchParams)
  }
  const body = await readBody(request, MAX_BYTES)
  if (!body) throw new CloudError('INVALID_PARAM', 'The request is too large.')
  try {
    return JSON.parse(body.toString())
  } catch (cause) {
    throw new CloudError('INVALID_PARAM', 'The request is no JSON.', { cause })
  }
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  return `The ${v.getDotPath(issue) ?? 'request'} is not valid: ${issue.message}.`
}

const refusal = (code: string, message: string): Refusal => ({ error: { code, message } })

function send(response: ServerResponse, status: number, answer: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(JSON.stringify(answer))
}
