import { areasOf } from '@vises/ui/app/areas.ts'
import { catalogsOf } from '@vises/ui/catalogs.ts'

/** Every folder of `areas` with an `area.tsx` is a part of the app. */
export const areas = areasOf(import.meta.glob('../areas/*/area.tsx', { eager: true }))

export const catalogs = catalogsOf({
  first: [{ area: 'app', files: import.meta.glob('./texts.*.json', { import: 'default' }) }],
  nav: import.meta.glob('../areas/*/texts.*.json', { import: 'default', query: '?nav' }),
  areas: import.meta.glob('../areas/*/texts.*.json', { import: 'default' }),
})
