import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'cohort',
  action: 'cohort:read',
  nav: { order: 10, textKey: 'nav', icon: 'building' },
  lists: ['cohort'],
  load: () => import('./CohortPage.tsx'),
}
