import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'data',
  action: 'evaluation:read',
  nav: { order: 34, textKey: 'nav', icon: 'download', group: 'organisation' },
  load: () => import('./DataPage.tsx'),
}
