import type { Reference, Tenant } from '../../platform/tenant.ts'
import type { Cell, TableFile } from '../../platform/table-file.ts'
import type { Language, TriText } from '../../platform/tri-text.ts'
import type { Actor } from '../access/actor.ts'
import { legalForms } from '../enterprise/legal-forms.ts'
import { percentOf } from '../evaluation/progress.ts'
import type { CohortFilter } from './cohort-filter.ts'
import { cohortRows, cohortTotals } from './cohort-list.ts'
import type { CohortRow, CohortSort } from './cohort-list.ts'
import { HEADERS, WORDS } from './export-texts.ts'

const PAGE = 1000

interface ExportRow extends CohortRow {
  legalForm: string | null
  nace: string | null
  sizeBand: string | null
  address: string | null
  postalCode: string | null
  website: string | null
  description: string | null
}

const MORE = `, e.legal_form AS "legalForm", e.nace, e.size_band AS "sizeBand", e.address, e.postal_code AS "postalCode", e.website, e.description`

/** The cohort as a table to download: the same use case as the list on the screen, read page by page. */
export async function exportCohort(
  tenant: Tenant,
  reference: Reference,
  actor: Actor,
  filter: CohortFilter,
  sort: CohortSort,
  descending: boolean,
  language: Language,
): Promise<{ table: TableFile; rowCount: number }> {
  const names = await namesIn(reference, language)
  const page = (after?: string) =>
    tenant.read((db) => cohortRows(db, actor, filter, { sort, descending, first: PAGE, after }, { columns: MORE }))
  const first = await page()
  // Up to a page the rows themselves are the count; beyond it, it is asked for.
  const rowCount = first.pageInfo.hasNextPage
    ? (await tenant.read((db) => cohortTotals(db, actor, filter, false))).totalCount
    : first.nodes.length
  const rows = async function* (): AsyncGenerator<Cell[]> {
    for (let current = first; ; current = await page(current.pageInfo.endCursor)) {
      for (const row of current.nodes) yield cellsOf(row as ExportRow, language, names)
      if (!current.pageInfo.hasNextPage) return
    }
  }
  const columns = HEADERS[language].map((header, index) => ({
    header,
    kind: NUMBERS.has(index) ? ('number' as const) : undefined,
  }))
  return { table: { name: WORDS[language].file['name']!, language, columns, rows: rows() }, rowCount }
}

const NUMBERS = new Set([17, 19, 20, 22])

interface Names {
  platform: Map<string, string>
  territory: Map<string, string>
}

async function namesIn(reference: Reference, language: Language): Promise<Names> {
  const named = async (sql: string) =>
    new Map(
      (await reference.rows<{ code: string; name: TriText }>(sql)).map(({ code, name }) => [
        code,
        `${code} - ${name[language]}`,
      ]),
    )
  return {
    platform: await named('SELECT code, name FROM test_platform'),
    territory: await named('SELECT code, name FROM territory'),
  }
}

function cellsOf(row: ExportRow, language: Language, names: Names): Cell[] {
  const words = WORDS[language]
  const word = (group: Exclude<keyof typeof words, 'file'>, code: string | null | undefined) =>
    code && (words[group][code] ?? code)
  const form = legalForms.find(({ code, country }) => code === row.legalForm && country === row.country)
  return [
    row.name,
    row.country,
    row.identifier,
    form ? form.label[language] : row.legalForm,
    row.nace,
    word('sizeBand', row.sizeBand),
    row.address,
    row.postalCode,
    row.city,
    row.website,
    row.description,
    row.platform && names.platform.get(row.platform),
    row.territory && names.territory.get(row.territory),
    row.coachName,
    word('recruitment', row.recruitment),
    word('status', row.status),
    word('route', row.route),
    row.phase,
    row.currentStep,
    row.stepsDone,
    row.stepsTotal,
    row.stepsTotal && percentOf(row.stepsDone ?? 0, row.stepsTotal),
    row.plannedEndOn,
    row.daysLeft,
    row.lastActivityAt?.toISOString().slice(0, 10),
    word('stall', row.stallReason),
    word('sharing', row.sharing),
  ]
}
