/** Starts the application in the page. */
import './styles/global.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { applyAppearance } from './styles/appearance.ts'

applyAppearance()
createRoot(document.getElementById('app') as HTMLElement).render(<App />)
