import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { sendBytes, sendRefusal } from '../http/send'
import { PHONE_SCRIPT } from './phone-script'

/** Serves the browser build. A browser asks each time whether a file has changed, so a new build is seen at once. */
export function serveSite(siteDir: string | undefined): RequestListener {
  const dir = siteDir !== undefined && existsSync(siteDir) ? siteDir : null
  const files = dir === null ? null : sirv(dir, { dev: true, etag: true })
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendRefusal(response, 405, 'This address takes GET only.')
    const refuse = () => sendRefusal(response, 404, 'There is nothing at this address.')
    const page = dir !== null && isForPage(request.url) ? await readPage(dir) : null
    if (page !== null) {
      response.setHeader('cache-control', 'no-cache')
      sendBytes(response, 'text/html; charset=utf-8', withPhoneScript(page))
    } else if (files) files(request, response, refuse)
    else refuse()
  }
}

function isForPage(url: string | undefined): boolean {
  const path = url?.split('?', 1)[0]
  return path === '/' || path === '/index.html'
}

/** Null where the build has no page, as before its first end. */
async function readPage(siteDir: string): Promise<string | null> {
  try {
    return await readFile(join(siteDir, 'index.html'), 'utf8')
  } catch {
    return null
  }
}

/** Ahead of the page's own scripts, which find on it what a phone would give them; the build stays as it is. */
function withPhoneScript(page: string): string {
  const script = `<script src="${PHONE_SCRIPT}"></script>`
  return page.includes('</head>') ? page.replace('</head>', `${script}</head>`) : `${script}${page}`
}
