import type { Changes, Topic } from '../changes'
import type { Door } from '../http/door'

/** A page is told at most this often, however much happens. */
const PAUSE_MS = 100

/** Server-sent events that name what may have become different; the page then asks again for what it shows. */
export function liveDoor(changes: Changes): Door {
  return {
    path: '/_cloud/live',
    methods: ['GET'],
    from: 'inspector',
    answer(_request, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      // How soon a page tries again once this server is gone.
      response.write('retry: 1000\n\n')
      const changed = new Set<Topic>()
      let timer: NodeJS.Timeout | undefined
      const tell = () => {
        response.write(`data: ${JSON.stringify([...changed])}\n\n`)
        changed.clear()
        timer = undefined
      }
      const stop = changes.listen((topic) => {
        changed.add(topic)
        timer ??= setTimeout(tell, PAUSE_MS)
      })
      response.on('close', () => {
        stop()
        clearTimeout(timer)
      })
    },
  }
}
