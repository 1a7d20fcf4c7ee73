import { EditorPage } from '../../editor-page'

export default function EditorsPage() {
  return <EditorPage title="编辑成员" />
}
