import type { PropsWithChildren } from 'react'
import './app.scss'
import './browser'

export default function App({ children }: PropsWithChildren) {
  return children
}
