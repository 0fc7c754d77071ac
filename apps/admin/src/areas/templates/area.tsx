import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: 'templates',
  action: 'template:read',
  nav: { order: 30, textKey: 'nav', icon: 'questionnaire', group: 'evaluation' },
  lists: ['questionnaireTemplates'],
  load: () => import('./TemplatesPages.tsx'),
}
