import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'access',
  action: 'accessTable:read',
  nav: { order: 62, textKey: 'nav', icon: 'shield', group: 'organisation' },
  load: () => import('./AccessPage.tsx'),
}
