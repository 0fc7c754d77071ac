import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'results',
  action: 'result:read',
  lists: ['openAnswers'],
  nav: { order: 20, textKey: 'nav', icon: 'chart', group: 'evaluation' },
  load: () => import('./ResultsPages.tsx'),
}
