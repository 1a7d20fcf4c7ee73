import { request } from 'node:http'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'

type Answer = { status: number; body: unknown }

/** Asks the inspector as its page does. */
export async function readInspector(
  cloud: LocalCloud,
  name: string,
  input: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${cloud.url}_cloud/api/${name}?${new URLSearchParams(input)}`)
  return { status: response.status, body: await response.json() }
}

/** Has the inspector change something, as its page does. */
export async function changeInInspector(cloud: LocalCloud, name: string, input: unknown): Promise<Answer> {
  const response = await fetch(`${cloud.url}_cloud/api/${name}`, {
    method: 'POST',
    headers: { origin: cloud.url.slice(0, -1) },
    body: typeof input === 'string' ? input : JSON.stringify(input),
  })
  return { status: response.status, body: await response.json() }
}

/** The status that anyone else gets, with whatever headers they send. */
export function statusFor(
  cloud: LocalCloud,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: cloud.port, path, method, headers }, (response) => {
      resolve(response.statusCode)
      // A live stream has no end.
      response.destroy()
    })
      .on('error', reject)
      .end()
  })
}
