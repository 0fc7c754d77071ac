import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'compare',
  action: 'comparison:read',
  nav: { order: 42, textKey: 'nav', icon: 'chart', group: 'knowledge' },
  lists: ['releases'],
  load: () => import('./CompareArea.tsx'),
}
