import '@mantine/core/styles.css'
import '@vises/ui/tokens.css'
import '@vises/ui/base.css'
import { MantineProvider } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AppRoot } from '@vises/ui/app/AppRoot.tsx'
import { areas, catalogs } from './app/routes.tsx'
import { Shell } from './app/Shell.tsx'
import { cssVariables, theme } from './app/theme.ts'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <AppRoot app="admin" basename="/admin" areas={areas} catalogs={catalogs} Shell={Shell} />
    </MantineProvider>
  </StrictMode>,
)
