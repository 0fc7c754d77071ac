import { areasOf } from '@vises/ui/app/areas.ts'
import { catalogsOf, sharedCatalogs } from '@vises/ui/catalogs.ts'
import { keysetLists } from '@vises/ui/apollo.ts'

/** Every folder of `areas` with an `area.tsx` is a part of the console. */
export const areas = areasOf(import.meta.glob('../areas/*/area.tsx', { eager: true }))

export const catalogs = catalogsOf(
  ...sharedCatalogs,
  { files: import.meta.glob('./texts.*.json', { import: 'default' }), area: 'app' },
  { files: import.meta.glob('../areas/*/texts.*.json', { import: 'default' }) },
)

/** Lists read page by page: the field, and the arguments that make another list. */
export const typePolicies = keysetLists({})
