import { among } from '../../pictures/words-of-address.ts'

export const PLATFORMS = ['A', 'B', 'C'] as const
export const TERRITORIES = ['FR', 'WA', 'VL', 'BRU'] as const
export type Platform = (typeof PLATFORMS)[number] | 'all'
export type Territory = (typeof TERRITORIES)[number] | 'all'

/** One cut through the cube of a theme: what stands side by side, and what is held still. */
export interface ReleaseView {
  theme: string
  across: 'platforms' | 'territories'
  platform: Platform
  territory: Territory
}

/** What the address asks for, for a release with these themes. */
export function readView(params: URLSearchParams, themes: string[]): ReleaseView {
  return {
    theme: among(themes, params.get('theme')) ?? themes[0] ?? '',
    across: among(['platforms', 'territories'], params.get('across')) ?? 'platforms',
    platform: among(PLATFORMS, params.get('platform')) ?? 'all',
    territory: among(TERRITORIES, params.get('territory')) ?? 'all',
  }
}

/** The columns of a view: each a platform in one territory, or a territory on one platform; the margin comes last. */
export function columnsOf({
  across,
  platform,
  territory,
}: ReleaseView): { platform: Platform; territory: Territory }[] {
  return across === 'platforms'
    ? [...PLATFORMS, 'all' as const].map((one) => ({ platform: one, territory }))
    : [...TERRITORIES, 'all' as const].map((one) => ({ platform, territory: one }))
}
