import type { Area } from '@vises/ui/app/areas.ts'

export const areas: Area[] = [
  {
    path: 'enterprises/:id/evaluation',
    action: 'evaluation:readProgress',
    load: () => import('./AccompanyPages.tsx'),
  },
  {
    path: 'enterprises/:id/results',
    action: 'result:read',
    lists: ['openAnswers', 'questionnaires'],
    load: () => import('./ReadingPages.tsx'),
  },
]
