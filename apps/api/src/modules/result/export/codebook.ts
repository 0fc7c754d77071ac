import { wordsIn } from '@vises/questionnaire/words.ts'
import type { Cell } from '../../../platform/table-file.ts'
import type { ExportColumn, ExportTable } from './export-columns.ts'
import { savCoding } from './sav-names.ts'

const HEADERS = {
  fr: [
    'Table',
    'Colonne',
    'Variable SPSS',
    'Question',
    'Genre',
    'Type',
    'Valeur',
    'Code SPSS',
    'Signification',
    'Versions',
  ],
  nl: ['Tabel', 'Kolom', 'SPSS-variabele', 'Vraag', 'Soort', 'Type', 'Waarde', 'SPSS-code', 'Betekenis', 'Versies'],
  en: ['Table', 'Column', 'SPSS variable', 'Question', 'Kind', 'Type', 'Value', 'SPSS code', 'Meaning', 'Versions'],
}

/** The codebook: every column with its wording, its values and their meaning, and the versions that ask it. */
export function codebookRows(tables: readonly ExportTable[], language: string): Cell[][] {
  const header = HEADERS[wordsIn({ fr: 'fr', nl: 'nl', en: 'en' }, language) as keyof typeof HEADERS]
  return [
    header,
    ...tables.flatMap(({ name: table, columns }) => {
      const { names, codes } = savCoding(columns, language)
      return columns.flatMap((column, index) => {
        const head = [table, column.name, names[index]!, column.label, column.column?.kind ?? '', column.type]
        const versions = versionsOf(column)
        if (column.meanings?.length)
          return column.meanings.map(({ value, label }): Cell[] => [...head, value, '', label, versions])
        if (codes[index]!.length === 0) return [[...head, '', '', '', versions]]
        return codes[index]!.map(({ value, code, label }): Cell[] => [...head, value, code, label, versions])
      })
    }),
  ]
}

const versionsOf = ({ column }: ExportColumn): string => column?.versions.map((index) => index + 1).join(', ') ?? ''
