import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { IconName } from '../Icon.tsx'
import { preloadTexts } from '../texts.tsx'

export type AreaIcon = IconName | ComponentType<{ size?: number | string }>

/** The headings under which the navigation gathers its entries. */
export type NavGroup = 'work' | 'evaluation' | 'knowledge' | 'organisation'

/** One part of an app, found by its file `areas/<area>/area.tsx`. */
export interface Area {
  /** Below the language: `cohort` answers `/fr/cohort` and all under it; empty for the home page. */
  path: string
  /** An action of the access table; without it the area looks absent. */
  action?: string
  nav?: {
    order: number
    /** A key of the area's own texts. */
    textKey: string
    /** Shown when this action is allowed; the area's own action by default. */
    action?: string
    icon: AreaIcon
    group?: NavGroup
  }
  /** Root fields of the API that this area reads page by page: `fetchMore({ variables: { after } })` adds rows. */
  lists?: string[]
  /** Loads the page; its default export is the part that is shown and may hold routes of its own. */
  load: () => Promise<{ default: ComponentType }>
}

/** An area with its folder name and its page, loaded when first shown. */
export interface FoundArea extends Area {
  area: string
  Component: LazyExoticComponent<ComponentType>
}

/** The areas of `import.meta.glob('../areas/*\/area.tsx', { eager: true })`; a file exports `area`, or `areas` for several. */
export function areasOf(files: Record<string, unknown>): FoundArea[] {
  return Object.entries(files).flatMap(([file, content]) => {
    const { area, areas = area ? [area] : [] } = content as { area?: Area; areas?: Area[] }
    const folder = file.split('/').at(-2) ?? ''
    const load = (one: Area) => () => {
      preloadTexts(folder)
      return one.load()
    }
    return areas.map((one) => ({ ...one, area: folder, Component: lazy(load(one)) }))
  })
}

export interface NavEntry {
  to: string
  /** Full id of the words. */
  textId: string
  icon: AreaIcon
  group: NavGroup
}

/** The navigation a person sees, in order. */
export function navigation(areas: FoundArea[], language: string, can: (action: string) => boolean): NavEntry[] {
  return areas
    .flatMap(({ area, path, action, nav }) => (nav ? [{ area, path, nav, needs: nav.action ?? action }] : []))
    .filter(({ needs }) => !needs || can(needs))
    .toSorted((a, b) => a.nav.order - b.nav.order)
    .map(({ area, path, nav }) => ({
      to: path ? `/${language}/${path}` : `/${language}`,
      textId: `${area}.${nav.textKey}`,
      icon: nav.icon,
      group: nav.group ?? 'work',
    }))
}
