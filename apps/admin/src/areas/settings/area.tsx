import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'settings',
  action: 'apiToken:manage',
  nav: { order: 68, textKey: 'nav', icon: 'key', group: 'organisation' },
  load: () => import('./ApiKeysPage.tsx'),
}
