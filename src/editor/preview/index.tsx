import { EditorPage } from '../editor-page'

export default function PreviewPage() {
  return <EditorPage title="预览" />
}
