import { BadInput } from '../../platform/errors.ts'
import { answerWithTable } from '../../platform/export-request.ts'
import type { RouteRegistrar } from '../../platform/http.ts'
import { isId } from '../../platform/id.ts'
import { longDate } from '../../platform/mail/long-date.ts'
import type { Cell, TableFile } from '../../platform/table-file.ts'
import type { Language } from '../../platform/tri-text.ts'
import { territoryWords } from '../programme/territory-words.ts'
import { programmeDashboard } from './programme-dashboard.ts'
import type { ProgressCounts, ProgrammeDashboard } from './programme-dashboard.ts'
import { PLATFORM_CODES, PROJECT_TERRITORIES } from './progress-filter.ts'
import type { ProgressFilter } from './progress-filter.ts'

/** Where the pilots stand, as a file for the report to the funder. */
export const sharingRoutes: RouteRegistrar = (app, services) => {
  app.get('/api/exports/programme.:format', (request, reply) =>
    answerWithTable(services, request, reply, async ({ reference, actor }, language) => {
      const filter = filterOf(request.query as Record<string, string | undefined>)
      return programmeTable(await programmeDashboard(reference, actor, filter), language)
    }),
  )
}

function filterOf(query: Record<string, string | undefined>): ProgressFilter {
  const { platform, territory, partner, phase } = query
  const problems = [
    ...(platform && !PLATFORM_CODES.some((code) => code === platform) ? ['platform'] : []),
    ...(territory && !PROJECT_TERRITORIES.some((code) => code === territory) ? ['territory'] : []),
    ...(partner && !isId(partner) ? ['partner'] : []),
    ...(phase && !['1', '2', '3'].includes(phase) ? ['phase'] : []),
  ]
  if (problems.length) throw new BadInput(problems.map((field) => ({ field, code: 'invalid' })))
  return {
    platform: platform || null,
    territory: territory || null,
    partnerId: partner || null,
    phase: phase ? Number(phase) : null,
  }
}

function programmeTable(dashboard: ProgrammeDashboard, language: Language): TableFile {
  const words = WORDS[language]
  const targets = new Map(dashboard.targets.map((row) => [`${row.platformCode} ${row.partnerId}`, row.target]))
  const counts = (row: ProgressCounts): Cell[] => [
    row.recruited,
    row.notStarted,
    row.started,
    row.phase1,
    row.phase2,
    row.phase3,
    row.completed,
    row.stopped,
    row.active,
    row.paused,
    row.declined,
    row.stalled,
  ]
  return {
    name: words.file,
    language,
    columns: [
      { header: words.platform },
      { header: words.territory },
      { header: words.partner },
      ...words.counts.map((header) => ({ header, kind: 'number' as const })),
      { header: words.target, kind: 'number' },
      { header: words.asOf },
    ],
    rows: [
      // A target belongs to partner and platform: it stands in lines of its own, so that columns can be added up.
      ...dashboard.rows.map((row) => [
        row.platformCode,
        territoryWords(row.territory, language),
        row.partnerName,
        ...counts(row.counts),
        null,
        null,
      ]),
      ...dashboard.targets.map((row) => [
        row.platformCode,
        null,
        row.partnerName,
        ...words.counts.map(() => null),
        row.target,
        null,
      ]),
      [
        words.total,
        null,
        null,
        ...counts(dashboard.total),
        targets.size ? dashboard.total.target : null,
        dashboard.asOf && longDate(dashboard.asOf, language),
      ],
    ],
  }
}

const WORDS = {
  fr: {
    file: 'suivi-des-pilotes',
    platform: 'Plateforme-test',
    territory: 'Territoire',
    partner: 'Partenaire',
    target: 'Objectif',
    asOf: 'État au',
    total: 'Total',
    counts: [
      'Recrutées',
      'Pas commencées',
      'Commencées',
      'En phase 1',
      'En phase 2',
      'En phase 3',
      'Clôturées',
      'Arrêtées',
      'Actives',
      'En pause',
      'Ont décliné',
      'À l’arrêt, à rappeler',
    ],
  },
  nl: {
    file: 'opvolging-piloten',
    platform: 'Proefplatform',
    territory: 'Gebied',
    partner: 'Partner',
    target: 'Doel',
    asOf: 'Toestand op',
    total: 'Totaal',
    counts: [
      'Gerekruteerd',
      'Niet begonnen',
      'Begonnen',
      'In fase 1',
      'In fase 2',
      'In fase 3',
      'Afgesloten',
      'Gestopt',
      'Actief',
      'Onderbroken',
      'Doen niet mee',
      'Staat stil, te bellen',
    ],
  },
  en: {
    file: 'pilot-progress',
    platform: 'Test platform',
    territory: 'Territory',
    partner: 'Partner',
    target: 'Target',
    asOf: 'As of',
    total: 'Total',
    counts: [
      'Recruited',
      'Not started',
      'Started',
      'In phase 1',
      'In phase 2',
      'In phase 3',
      'Completed',
      'Stopped',
      'Active',
      'Paused',
      'Declined',
      'Stalled, to call',
    ],
  },
}
