import { walk } from '@vises/questionnaire/walk.ts'
import type { Services } from '../../platform/context.ts'
import { log } from '../../platform/log.ts'
import { compiledVersion } from './compiled-version.ts'
import type { Link } from './find-link.ts'
import { respondentTenant } from './respondent.ts'

const WRITE_EVERY_MS = 10_000
const MOST_WAITING = 5000

/**
 * Counts how far people come on the page. Counts wait in memory and are written together, so that their order and
 * moment say nothing about anyone; what a dying process had not written yet is lost, which a drop-off curve can bear.
 */
export function createReachCounter(services: Services) {
  const waiting = new Map<string, { link: Link; pages: Map<string, number> }>()
  const timer = setInterval(() => void write(), WRITE_EVERY_MS)
  timer.unref()

  async function write(): Promise<void> {
    const batch = [...waiting.values()]
    waiting.clear()
    for (const { link, pages } of batch) {
      await writeReach(services, link, pages).catch((error: unknown) =>
        log.warn({ err: error }, 'counts of pages reached could not be written'),
      )
    }
  }

  return {
    add(link: Link, pages: string[]): void {
      const counts = waiting.get(link.waveId) ?? { link, pages: new Map<string, number>() }
      for (const page of pages) {
        if (counts.pages.size >= MOST_WAITING && !counts.pages.has(page)) continue
        counts.pages.set(page, (counts.pages.get(page) ?? 0) + 1)
      }
      waiting.set(link.waveId, counts)
    },
    write,
    async stop(): Promise<void> {
      clearInterval(timer)
      await write()
    },
  }
}

async function writeReach(services: Services, link: Link, pages: Map<string, number>): Promise<void> {
  await respondentTenant(services, link).write(async (db) => {
    const compiled = await compiledVersion(db, link)
    if (!compiled) return
    // Keys that are no question would only fill the table.
    const known = new Set(['@start', ...[...walk(compiled.questionnaire.items)].map(([{ key }]) => key)])
    const counts = [...pages].filter(([page]) => known.has(page))
    await db.rows(
      `INSERT INTO tally AS t (partner_id, enterprise_id, wave_id, by_key, by_value, question_key, part, value, count)
       SELECT $1, $2, $3, '', '', '@reach', '', page, times FROM unnest($4::text[], $5::bigint[]) AS r (page, times)
       ORDER BY page
       ON CONFLICT (partner_id, enterprise_id, wave_id, by_key, by_value, question_key, part, value)
         DO UPDATE SET count = t.count + excluded.count`,
      [link.partnerId, link.enterpriseId, link.waveId, counts.map(([page]) => page), counts.map(([, times]) => times)],
    )
  })
}
