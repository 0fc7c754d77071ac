import '@vises/ui/tokens.css'
import '@vises/ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AppRoot } from '@vises/ui/app/AppRoot.tsx'
import { away } from './app/away.ts'
import { areas, catalogs } from './app/routes.tsx'
import { Shell } from './app/Shell.tsx'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppRoot app="client" basename="/app" areas={areas} catalogs={catalogs} Shell={Shell} away={away} />
  </StrictMode>,
)
