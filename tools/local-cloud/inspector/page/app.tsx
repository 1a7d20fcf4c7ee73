import { useEffect, useRef } from 'react'
import { ClockPanel } from './panels/clock/clock-panel'
import { DataPanel } from './panels/data/data-panel'
import { DocumentsPanel } from './panels/documents/documents-panel'
import { FaultsPanel } from './panels/faults/faults-panel'
import { FilesPanel } from './panels/files/files-panel'
import { FunctionsPanel } from './panels/functions/functions-panel'
import { ReadersPanel } from './panels/readers/readers-panel'
import { TimersPanel } from './panels/timers/timers-panel'
import { WeChatPanel } from './panels/wechat/wechat-panel'
import { ConnectionNotice } from './shell/connection-notice'
import { Navigation, type Panel } from './shell/navigation'
import { Now } from './shell/now'
import { useKeptFocus } from './shell/use-kept-focus'
import { useRoute } from './use-route'

/** In the order of the navigation. */
const panels: readonly (Panel & { Content: () => JSX.Element })[] = [
  { name: 'readers', title: 'Readers', Content: ReadersPanel },
  { name: 'documents', title: 'Documents', Content: DocumentsPanel },
  { name: 'files', title: 'Files', Content: FilesPanel },
  { name: 'functions', title: 'Functions', Content: FunctionsPanel },
  { name: 'timers', title: 'Timers', Content: TimersPanel },
  { name: 'clock', title: 'Clock', Content: ClockPanel },
  { name: 'wechat', title: 'WeChat', Content: WeChatPanel },
  { name: 'faults', title: 'Faults', Content: FaultsPanel },
  { name: 'data', title: 'Data', Content: DataPanel },
]

export function App() {
  const { path } = useRoute()
  const shown = panels.find(({ name }) => name === path[0]) ?? panels[0]
  const main = useRef<HTMLElement>(null)
  const name = shown?.name
  const first = useRef(name)
  useKeptFocus(main)

  useEffect(() => {
    document.title = `${shown?.title} · Local cloud`
    // Whoever reads with a keyboard or a screen reader goes where they have asked to go.
    if (first.current !== name) main.current?.focus({ preventScroll: true })
    first.current = name
  }, [name, shown?.title])

  if (!shown) return null
  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <header className="top">
        <p className="brand">Local cloud</p>
        <Now />
      </header>
      <Navigation panels={panels} shown={shown.name} />
      <main ref={main} tabIndex={-1} key={shown.name}>
        <ConnectionNotice />
        <shown.Content />
      </main>
    </>
  )
}
