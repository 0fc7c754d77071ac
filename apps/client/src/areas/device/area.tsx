import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'device',
  action: 'collection:write',
  nav: { order: 24, textKey: 'nav', icon: 'offline', group: 'evaluation' },
  load: () => import('./DevicePage.tsx'),
}
