import type { RouteRegistrar } from '../../platform/http.ts'
import { answerWithTable } from '../../platform/export-request.ts'
import type { TableFile } from '../../platform/table-file.ts'
import type { Language } from '../../platform/tri-text.ts'
import { budgetByTerritory, partners } from './partners.ts'
import type { BudgetByTerritory, Partner } from './partners.ts'
import { territoryWords } from './territory-words.ts'

/** The partner table as a file. */
export const programmeRoutes: RouteRegistrar = (app, services) => {
  app.get('/api/exports/partners.:format', (request, reply) =>
    answerWithTable(services, request, reply, async ({ reference, actor }, language) =>
      partnerTable(await partners(reference, actor), await budgetByTerritory(reference, actor), language),
    ),
  )
}

function partnerTable(rows: Partner[], { total }: BudgetByTerritory, language: Language): TableFile {
  const words = WORDS[language]
  return {
    name: words.file,
    language,
    columns: [
      { header: words.name },
      { header: words.fullName },
      { header: words.territory },
      { header: words.kind },
      { header: words.funding },
      { header: words.lead },
      { header: words.budget, kind: 'money' },
      { header: words.erdf, kind: 'money' },
    ],
    rows: [
      ...rows.map((row) => [
        row.name,
        row.fullName,
        territoryWords(row.territory, language),
        words.kinds[row.kind as keyof typeof words.kinds],
        words.fundings[row.funding as keyof typeof words.fundings],
        row.isLead ? words.yes : null,
        row.totalBudgetCents,
        row.erdfCents,
      ]),
      [words.total, null, null, null, null, null, total.totalBudgetCents, total.erdfCents],
    ],
  }
}

const WORDS = {
  fr: {
    file: 'partenaires',
    name: 'Partenaire',
    fullName: 'Nom complet',
    territory: 'Territoire',
    kind: 'Type',
    funding: 'Statut',
    lead: 'Chef de file',
    budget: 'Budget total (EUR)',
    erdf: 'FEDER (EUR)',
    total: 'Total',
    yes: 'oui',
    kinds: { federation: 'Fédération ou réseau', research: 'Recherche', finance: 'Finance', support: 'Appui' },
    fundings: { funded: 'Opérateur', associated: 'Associé' },
  },
  nl: {
    file: 'partners',
    name: 'Partner',
    fullName: 'Volledige naam',
    territory: 'Gebied',
    kind: 'Soort',
    funding: 'Statuut',
    lead: 'Projectleider',
    budget: 'Totaal budget (EUR)',
    erdf: 'EFRO (EUR)',
    total: 'Totaal',
    yes: 'ja',
    kinds: {
      federation: 'Federatie of netwerk',
      research: 'Onderzoek',
      finance: 'Financiering',
      support: 'Ondersteuning',
    },
    fundings: { funded: 'Projectpartner', associated: 'Geassocieerde partner' },
  },
  en: {
    file: 'partners',
    name: 'Partner',
    fullName: 'Full name',
    territory: 'Territory',
    kind: 'Kind',
    funding: 'Status',
    lead: 'Lead partner',
    budget: 'Total budget (EUR)',
    erdf: 'ERDF (EUR)',
    total: 'Total',
    yes: 'yes',
    kinds: { federation: 'Federation or network', research: 'Research', finance: 'Finance', support: 'Support' },
    fundings: { funded: 'Funded', associated: 'Associated' },
  },
}
