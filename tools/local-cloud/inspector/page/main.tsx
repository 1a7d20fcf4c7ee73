import { createRoot } from 'react-dom/client'
import { App } from './app'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/parts.css'
import './styles/data.css'
import './styles/tables.css'
import './styles/readers.css'

const root = document.getElementById('app')
if (root) createRoot(root).render(<App />)
