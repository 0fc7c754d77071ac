import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'collection',
  action: 'collection:read',
  nav: { order: 18, textKey: 'nav', icon: 'comment', group: 'evaluation' },
  lists: ['invitees', 'answerImportFaults'],
  load: () => import('./CollectionPages.tsx'),
}
