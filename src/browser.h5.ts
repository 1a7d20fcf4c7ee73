import './styles/browser.scss'

/** Taro's views are no native buttons: in a browser, Enter and the space bar tap what is focused as they would a button. */
window.document.addEventListener('keydown', (event) => {
  const focused = window.document.activeElement
  if ((event.key !== 'Enter' && event.key !== ' ') || !focused?.hasAttribute('tabindex')) return
  event.preventDefault()
  focused.click()
})
