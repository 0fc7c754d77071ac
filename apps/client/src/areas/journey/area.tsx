import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'journey',
  action: 'evaluation:read',
  nav: { order: 10, textKey: 'nav', icon: 'path', group: 'evaluation' },
  load: () => import('./JourneyPages.tsx'),
}
