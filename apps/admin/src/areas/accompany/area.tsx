import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'enterprises/:id/evaluation',
  action: 'evaluation:readProgress',
  load: () => import('./AccompanyPages.tsx'),
}
