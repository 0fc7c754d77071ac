import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'question',
  action: 'evaluation:read',
  nav: { order: 12, textKey: 'nav', icon: 'question', group: 'evaluation' },
  load: () => import('./QuestionPage.tsx'),
}
