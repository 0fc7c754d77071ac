import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'people',
  action: 'member:read',
  nav: { order: 60, textKey: 'nav', icon: 'people', group: 'organisation' },
  load: () => import('./PeoplePage.tsx'),
}
