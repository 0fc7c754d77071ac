import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'questionnaires',
  action: 'questionnaire:read',
  nav: { order: 16, textKey: 'nav', icon: 'questionnaire', group: 'evaluation' },
  lists: ['questionnaires'],
  load: () => import('./QuestionnairesPages.tsx'),
}
