import { EditorPage } from '../../editor-page'

export default function WatchIssuePage() {
  return <EditorPage title="派发与阅读" />
}
