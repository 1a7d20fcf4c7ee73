import { EditorPage } from '../../editor-page'

export default function AuditPage() {
  return <EditorPage title="操作记录" />
}
