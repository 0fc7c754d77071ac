import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'audit',
  action: 'audit:read',
  nav: { order: 64, textKey: 'nav', icon: 'clock', group: 'organisation' },
  load: () => import('./AuditPage.tsx'),
}
