import type { ProgressFilter } from '@vises/schema/admin/graphql'
import { among } from '../../pictures/words-of-address.ts'
import { PLATFORMS, TERRITORIES } from './words.ts'

export const CUTS = ['platform', 'territory', 'partner', 'all'] as const
export type Cut = (typeof CUTS)[number]
export const FILTERS = ['platform', 'territory', 'partner', 'phase'] as const
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What the address asks for. */
export function readProgress(params: URLSearchParams): { filter: ProgressFilter; cut: Cut } {
  const partner = params.get('partner')
  const phase = among(['1', '2', '3'], params.get('phase'))
  return {
    filter: {
      platform: among(PLATFORMS, params.get('platform')) ?? null,
      territory: among(TERRITORIES, params.get('territory')) ?? null,
      partnerId: partner && ID.test(partner) ? partner : null,
      phase: phase ? Number(phase) : null,
    },
    cut: among(CUTS, params.get('by')) ?? 'platform',
  }
}

/** The filter as words of an address: for links and for the file, which understand the same ones. */
export function filterWords({ platform, territory, partnerId, phase }: ProgressFilter): URLSearchParams {
  const words = { platform, territory, partner: partnerId, phase: phase == null ? null : String(phase) }
  const given = Object.entries(words).filter((word): word is [string, string] => !!word[1])
  return new URLSearchParams(given)
}
