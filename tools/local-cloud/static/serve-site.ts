import { existsSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import sirv from 'sirv'
import { sendRefusal } from '../http/send'

/** Serves the browser build. A browser asks each time whether a file has changed, so a new build is seen at once. */
export function serveSite(siteDir: string | undefined): RequestListener {
  const files = siteDir !== undefined && existsSync(siteDir) ? sirv(siteDir, { dev: true, etag: true }) : null
  return (request, response) => {
    const refuse = () => sendRefusal(response, 404, 'There is nothing at this address.')
    if (files) files(request, response, refuse)
    else refuse()
  }
}
