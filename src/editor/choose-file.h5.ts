import type { ChosenFile, FileKind } from './choose-file'

const accepted: Record<FileKind, string> = { document: '.docx,.pdf,.md', picture: 'image/*' }

/** In a browser, a file on the machine takes the place of one in a chat. */
export function chooseFile(kind: FileKind): Promise<ChosenFile | null> {
  const { document } = window
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accepted[kind]
  input.hidden = true
  document.body.append(input)
  return new Promise((resolve) => {
    const end = (chosen: ChosenFile | null) => {
      input.remove()
      resolve(chosen)
    }
    input.addEventListener('cancel', () => end(null))
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      end(file ? { name: file.name, size: file.size, path: window.URL.createObjectURL(file) } : null)
    })
    input.click()
  })
}
