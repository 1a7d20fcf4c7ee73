/** Keeps what a data URL says under a name. In the browser only. */
export function download(dataUrl: string, name: string): void {
  const link = window.document.createElement('a')
  link.href = dataUrl
  link.download = name
  link.click()
}
