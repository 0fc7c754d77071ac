import type { Area } from '@vises/ui/app/areas.ts'

export const areas: Area[] = [
  {
    path: 'enterprises',
    action: 'cohort:read',
    lists: ['supportSessions'],
    load: () => import('./EnterprisesPages.tsx'),
  },
  {
    path: 'sessions',
    action: 'supportSession:read',
    nav: { order: 20, textKey: 'navSessions', icon: 'calendar' },
    load: () => import('./SessionsPage.tsx'),
  },
]
