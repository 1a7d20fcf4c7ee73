import { EditorPage } from '../../editor-page'

export default function AlertSettingsPage() {
  return <EditorPage title="提醒设置" />
}
