import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = {
  path: '',
  nav: { order: 0, textKey: 'nav', icon: 'home' },
  load: () => import('./MyWorkPage.tsx'),
}
