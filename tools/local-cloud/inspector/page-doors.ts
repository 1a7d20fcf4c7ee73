import { join } from 'node:path'
import type { Door } from '../http/door'
import { sendBytes, sendRefusal } from '../http/send'
import { browserBundle } from '../static/browser-bundle'

/** Nothing but our own script and styles runs in the page, and no other page can show it in a frame. */
const SECURITY = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="/_cloud/icon.svg">
    <link rel="stylesheet" href="/_cloud/inspector.css">
    <title>Local cloud</title>
  </head>
  <body>
    <div id="app"></div>
    <noscript>The inspector of the local cloud needs JavaScript.</noscript>
    <script src="/_cloud/inspector.js"></script>
  </body>
</html>
`

/** A cloud over a line, in the page's accent. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="7" fill="#0b6b46"/>
  <circle cx="11" cy="16" r="4" fill="#fff"/>
  <circle cx="17" cy="13" r="5" fill="#fff"/>
  <circle cx="22" cy="17" r="3" fill="#fff"/>
  <rect x="10" y="16" width="13" height="4" rx="2" fill="#fff"/>
</svg>
`

/** The inspector's page: its frame, its script and its styles. */
export function pageDoors(): Door[] {
  const bundle = browserBundle(join(__dirname, 'page/main.tsx'))
  return [
    file('inspector.js', 'text/javascript', async () => (await bundle()).script),
    file('inspector.css', 'text/css', async () => (await bundle()).styles),
    file('icon.svg', 'image/svg+xml', () => ICON),
    {
      path: '/_cloud',
      methods: ['GET'],
      from: 'inspector',
      answer(_request, response) {
        response.writeHead(308, { location: '/_cloud/' }).end()
      },
    },
    {
      path: '/_cloud/',
      methods: ['GET'],
      from: 'inspector',
      answer(request, response) {
        if (request.url?.split('?', 1)[0] !== '/_cloud/')
          return sendRefusal(response, 404, 'The inspector has nothing at this address.')
        setHeaders(response)
        sendBytes(response, 'text/html; charset=utf-8', PAGE)
      },
    },
  ]
}

function file(name: string, type: string, content: () => string | Promise<string>): Door {
  return {
    path: `/_cloud/${name}`,
    methods: ['GET'],
    from: 'inspector',
    async answer(_request, response) {
      const text = await content()
      setHeaders(response)
      sendBytes(response, `${type}; charset=utf-8`, text)
    },
  }
}

function setHeaders(response: Parameters<Door['answer']>[1]): void {
  for (const [name, value] of Object.entries(SECURITY)) response.setHeader(name, value)
  response.setHeader('cache-control', 'no-cache')
}
