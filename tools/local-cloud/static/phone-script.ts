import { join } from 'node:path'
import type { Door } from '../http/door'
import { sendBytes } from '../http/send'
import { browserBundle } from './browser-bundle'

/** What a phone has and a browser has not, for the page of the browser build. */
export const PHONE_SCRIPT = '/_cloud/phone.js'

export function phoneScriptDoor(): Door {
  const bundle = browserBundle(join(__dirname, '../phone-page/main.ts'))
  return {
    path: PHONE_SCRIPT,
    methods: ['GET'],
    from: 'inspector',
    async answer(_request, response) {
      const { script } = await bundle()
      response.setHeader('cache-control', 'no-cache')
      sendBytes(response, 'text/javascript; charset=utf-8', script)
    },
  }
}
