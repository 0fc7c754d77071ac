import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'team',
  action: 'enterpriseMember:read',
  nav: { order: 32, textKey: 'nav', icon: 'people', group: 'organisation' },
  load: () => import('./TeamPage.tsx'),
}
