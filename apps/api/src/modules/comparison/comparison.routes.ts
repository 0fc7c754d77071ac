import { BadInput } from '../../platform/errors.ts'
import { answerWithTable } from '../../platform/export-request.ts'
import type { RouteRegistrar } from '../../platform/http.ts'
import type { TableFile } from '../../platform/table-file.ts'
import type { Language } from '../../platform/tri-text.ts'
import { territoryWords } from '../programme/territory-words.ts'
import type { ReleaseTables } from './release.ts'
import { release } from './releases.ts'

/** A release as a file: the same cells as on the screen, hidden ones hidden. */
export const comparisonRoutes: RouteRegistrar = (app, services) => {
  app.get('/api/exports/release.:format', (request, reply) =>
    answerWithTable(services, request, reply, async ({ reference, actor }, language) => {
      const number = Number((request.query as { number?: string }).number)
      if (!Number.isInteger(number) || number < 1 || number >= 2 ** 31)
        throw new BadInput([{ field: 'number', code: 'invalid' }])
      return releaseTable(await release(reference, actor, number), language)
    }),
  )
}

function releaseTable(tables: ReleaseTables, language: Language): TableFile {
  const words = WORDS[language]
  return {
    name: `${words.file}-${tables.number}`,
    language,
    columns: [
      { header: words.theme },
      { header: words.item },
      { header: words.platform },
      { header: words.territory },
      { header: words.enterprises, kind: 'number' },
    ],
    rows: tables.themes.flatMap((theme) =>
      theme.items.flatMap((item) =>
        item.cells.map(({ platform, territory, value }) => [
          theme.label[language],
          item.label[language],
          platform === 'all' ? words.all : platform,
          territory === 'all' ? words.all : territoryWords(territory, language),
          value ?? words.notShown,
        ]),
      ),
    ),
  }
}

const WORDS = {
  fr: {
    file: 'comparaison',
    theme: 'Thème',
    item: 'Élément',
    platform: 'Plateforme-test',
    territory: 'Territoire',
    enterprises: 'Entreprises',
    all: 'toutes',
    notShown: 'non affiché',
  },
  nl: {
    file: 'vergelijking',
    theme: 'Thema',
    item: 'Element',
    platform: 'Proefplatform',
    territory: 'Gebied',
    enterprises: 'Ondernemingen',
    all: 'alle',
    notShown: 'niet getoond',
  },
  en: {
    file: 'comparison',
    theme: 'Theme',
    item: 'Item',
    platform: 'Test platform',
    territory: 'Territory',
    enterprises: 'Enterprises',
    all: 'all',
    notShown: 'not shown',
  },
}
