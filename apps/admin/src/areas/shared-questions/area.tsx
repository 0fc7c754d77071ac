import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'compare/questions',
  action: 'sharedArtefact:read',
  nav: { order: 43, textKey: 'nav', icon: 'quote', group: 'knowledge' },
  lists: ['sharedQuestions'],
  load: () => import('./QuestionsPage.tsx'),
}
