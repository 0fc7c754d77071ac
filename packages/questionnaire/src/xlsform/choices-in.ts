import { MEDIA_KINDS, QUESTIONNAIRE_LIMITS } from '../model.ts'
import type { Choice, Item, LanguageTag, Media } from '../model.ts'
import { choiceProblems, isReservedName } from '../strict.ts'
import type { CellPlace } from './finding.ts'
import type { ChoiceField } from './headers.ts'
import { readKept, restore } from './kept.ts'
import type { Findings, Sheet, SheetRow } from './sheet.ts'
import { questionsOf } from '../walk.ts'

/** The lists of a workbook by name, with the row of each choice. */
export class Lists {
  readonly choices = new Map<string, Choice[]>()
  private readonly rows = new Map<string, SheetRow<ChoiceField>[]>()
  /** Lists that an export wrote for kinds of question that have none in the model. */
  private readonly written = new Set<string>()

  constructor(
    private readonly findings: Findings,
    private readonly base: LanguageTag,
  ) {}

  /** Takes a sheet in: `choices`, or `external_choices`, whose lists get another name where one is taken. */
  read(sheet: Sheet<ChoiceField>): void {
    sheet.findDoubles(this.findings, this.base)
    for (const field of ['list', 'name'] as const)
      if (!sheet.has(field) && sheet.rows.length)
        this.findings.refuse(sheet.placeOf(0), 'columnMissing', field === 'list' ? 'list_name' : 'name')
    const columns = this.ownColumns(sheet)
    const taken = new Set(this.choices.keys())
    for (const row of sheet.rows) {
      const written = row.get('list')
      if (written === '') continue
      const list = taken.has(written) ? externalName(written) : written
      if (isReservedName(list)) this.findings.refuse(row.at('list'), 'nameNotAllowed', list)
      else this.readRow(row, list, columns)
    }
  }

  /** Lists without choices yet, as a draft may have them. */
  addEmpty(lists: readonly string[]): void {
    for (const list of lists) if (!isReservedName(list) && !this.choices.has(list)) this.choices.set(list, [])
  }

  /** Names that a list has twice, and names with blanks where several may be chosen. */
  check(severalOf: ReadonlySet<string>, allowsDoubles: boolean): void {
    for (const [list, rows] of this.rows) {
      const seen = new Set<string>()
      if (rows.length > QUESTIONNAIRE_LIMITS.choicesPerList)
        this.findings.refuse(rows[QUESTIONNAIRE_LIMITS.choicesPerList]!.at('list'), 'tooMany', list)
      for (const row of rows) {
        const name = row.get('name')
        if (seen.has(name) && !allowsDoubles) this.findings.refuse(row.at('name'), 'choiceTwice', name)
        if (severalOf.has(list) && /\s/.test(name)) this.findings.refuse(row.at('name'), 'choiceNameNotAllowed', name)
        seen.add(name)
      }
    }
  }

  /** Where a list begins; of a choice that it has twice, where it comes again. */
  placeOf(list: string, twice?: string): CellPlace | undefined {
    const rows = this.rows.get(list) ?? []
    const again = twice === undefined ? undefined : rows.filter((row) => row.get('name') === twice)[1]
    return again?.at('name') ?? rows[0]?.at('list')
  }

  /** All lists, without those that were only written for other tools. */
  usedBy(items: readonly Item[]): Record<string, Choice[]> {
    const used = new Set(Array.from(questionsOf(items), ([{ choices, rows }]) => [choices, rows]).flat())
    return Object.fromEntries([...this.choices].filter(([list]) => used.has(list) || !this.written.has(list)))
  }

  private readRow(row: SheetRow<ChoiceField>, list: string, columns: readonly (readonly [number, string])[]): void {
    const kept = readKept(row.get('vises'))
    if (!this.choices.has(list)) {
      this.choices.set(list, [])
      this.rows.set(list, [])
    }
    if (kept?.part === 'written') this.written.add(list)
    const name = row.get('name')
    if (name === '') return this.findings.refuse(row.at('name'), 'nameMissing', list)
    const label = row.texts('label', this.base) ?? {}
    for (const text of Object.values(label))
      if (text.length > QUESTIONNAIRE_LIMITS.labelLength) this.findings.refuse(row.at('label'), 'textTooLong', name)
    const media = filesOf(row, this.base)
    const own = columns.flatMap(([index, header]) => (row.cells[index] ? [[header, row.cells[index]] as const] : []))
    let choice: Choice = {
      name,
      label,
      ...(media && { media }),
      ...(own.length && { columns: Object.fromEntries(own) }),
    }
    if (kept) choice = this.restored(choice, row)
    this.choices.get(list)!.push(choice)
    this.rows.get(list)!.push(row)
  }

  private restored(choice: Choice, row: SheetRow<ChoiceField>): Choice {
    const restored = restore(choice, readKept(row.get('vises'))!)
    if (restored && choiceProblems(restored).length === 0) return restored
    this.findings.lose(row.at('vises'), 'keptIgnored')
    return choice
  }

  /** The columns that choice filters read. */
  private ownColumns(sheet: Sheet<ChoiceField>): (readonly [number, string])[] {
    return sheet.columns.flatMap(({ field, header }, index) => {
      if (field || header === '' || !sheet.isFilled(index)) return []
      if (/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(header) && !isReservedName(header)) return [[index, header] as const]
      this.findings.lose(sheet.placeOf(index), 'columnIgnored', header)
      return []
    })
  }
}

/** What a list of `external_choices` is called when `choices` has one of its name. */
export const externalName = (list: string): string => `${list}_external`

/** The pictures, sounds and films of a row. */
export function filesOf<Field extends string>(
  row: SheetRow<Field | 'image' | 'audio' | 'video'>,
  base: LanguageTag,
): Media | undefined {
  const media: Media = {}
  for (const kind of MEDIA_KINDS) {
    const texts = row.texts(kind, base)
    if (texts) media[kind] = texts
  }
  return Object.keys(media).length ? media : undefined
}
