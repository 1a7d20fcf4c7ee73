import { useReader } from '#reader/use-reader'
import { EditorPage } from '../editor-page'
import { editorWordsIn } from '../words'

export default function DeskPage() {
  const words = editorWordsIn(useReader().language)
  return <EditorPage title={words.desk} />
}
