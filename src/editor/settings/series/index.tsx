import { EditorPage } from '../../editor-page'

export default function SeriesPage() {
  return <EditorPage title="系列" />
}
