import type { Area } from '@vises/ui/app/areas.ts'

export const area: Area = { path: 'gates', action: 'evaluation:read', load: () => import('./GatePages.tsx') }
