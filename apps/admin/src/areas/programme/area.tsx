import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'programme',
  action: 'programme:read',
  nav: { order: 40, textKey: 'nav', icon: 'flag', group: 'knowledge' },
  lists: ['programmeStalled'],
  load: () => import('./ProgrammeArea.tsx'),
}
