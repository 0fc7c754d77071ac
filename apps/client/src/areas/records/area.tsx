import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'records',
  action: 'record:read',
  nav: { order: 22, textKey: 'nav', icon: 'quote', group: 'evaluation' },
  load: () => import('./RecordsPages.tsx'),
}
