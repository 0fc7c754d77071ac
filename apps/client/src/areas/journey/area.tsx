import type { Area } from '@vises/ui/app/areas.ts'

export const areas: Area[] = [
  {
    path: 'journey',
    action: 'evaluation:read',
    nav: { order: 10, textKey: 'nav', icon: 'path', group: 'evaluation' },
    load: () => import('./JourneyPages.tsx'),
  },
  { path: 'gates', action: 'evaluation:read', load: () => import('./GatePages.tsx') },
]
