import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'sharing',
  action: 'evaluation:read',
  nav: { order: 30, textKey: 'nav', icon: 'share', group: 'organisation' },
  load: () => import('./SharingPage.tsx'),
}
