import { partnerId } from '../programme/load-reference.ts'
import type { DemoPilotData } from './demo-data.ts'

/** The 69 places that the programme planned, by platform. */
export const PLATFORM_TARGETS = { A: 27, B: 23, C: 19 } as const

/** The places of a partner: as many as it recruited, and its part of those that stayed open. */
export function targetsOf(partner: string, pilots: DemoPilotData[]): Record<string, unknown>[] {
  return Object.entries(PLATFORM_TARGETS).flatMap(([platform, total]) => {
    const here = pilots.filter((pilot) => pilot.platform === platform)
    // The open places go round the partners, those who recruited most first.
    const order = [...new Set(here.map((pilot) => pilot.partner))]
      .map((code) => ({ code, count: here.filter((pilot) => pilot.partner === code).length }))
      .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    const place = order.findIndex(({ code }) => code === partner)
    if (place < 0) return []
    const open = total - here.length
    const target = order[place]!.count + Math.floor(open / order.length) + (place < open % order.length ? 1 : 0)
    return [{ partner_id: partnerId(partner), platform_code: platform, target }]
  })
}
