import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'imports',
  action: 'enterprise:import',
  nav: { order: 50, textKey: 'nav', icon: 'upload', group: 'organisation' },
  lists: ['imports', 'importRows'],
  load: () => import('./ImportsPages.tsx'),
}
