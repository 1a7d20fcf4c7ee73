import { PhoneError } from './phone-error'
import styles from './sheet.css' with { type: 'text' }

let isShown = false

/**
 * Shows something over the page, as WeChat does, until `close` is called. The browser keeps the focus in it and hands
 * Escape on as `cancel`; the page's own styles do not reach it. WeChat shows one at a time.
 */
export function showSheet<Answer>(
  content: (close: (answer: Answer) => void) => Node[],
  { label, cancelled }: { label: string; cancelled: () => Answer },
): Promise<Answer> {
  if (isShown) return Promise.reject(new PhoneError('Cannot show subscribe message UI', 10005))
  isShown = true
  const host = document.createElement('wechat-sheet')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]
  document.body.append(host)
  return new Promise((resolve) => {
    const close = (answer: Answer) => {
      isShown = false
      // Closing gives the focus back to what was tapped.
      dialog.close()
      host.remove()
      resolve(answer)
    }
    const dialog = document.createElement('dialog')
    dialog.setAttribute('aria-label', label)
    dialog.append(...content(close))
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault()
      close(cancelled())
    })
    root.append(dialog)
    dialog.showModal()
  })
}
