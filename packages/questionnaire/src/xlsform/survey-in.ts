import { QUESTIONNAIRE_LIMITS } from '../model.ts'
import type { Group, Item, Question, Repeat, Texts } from '../model.ts'
import { itemProblems } from '../strict.ts'
import { readKept, restore } from './kept.ts'
import type { Kept } from './kept.ts'
import { Keys } from './keys.ts'
import { drop, expressionOf, findUnused, present, readQuestion, readShown } from './questions-in.ts'
import type { Row, Surroundings } from './questions-in.ts'
import { reworded } from './references.ts'
import { saysYes } from './settings-in.ts'
import { rowType } from './types.ts'
import type { RowType } from './types.ts'

/** A group, page or repeat that is being read. */
interface Open {
  item: Group | Repeat
  container: 'group' | 'repeat' | 'loop'
  row: Row
  kept: Kept | undefined
  parts: { row: Row; part: string }[]
}

/** The properties that a part of an item may hold, in its label. */
const PARTS = new Set(['', 'thenLabel', 'nowLabel'])
const WHOLE_TEXTS = new Set(['introduction', 'thanks'])

/** Reads the rows of `survey` one after the other into items. */
export class SurveyReader {
  /** Where each key stands. */
  readonly rows = new Map<string, Row>()
  /** Settings that stand among the questions, as they did once. */
  readonly settings = new Map<string, string>()
  readonly texts: { introduction?: Texts; thanks?: Texts } = {}
  /** The lists of which several choices may be chosen. */
  readonly severalOf = new Set<string>()
  private readonly keys: Keys
  private readonly acknowledged = new Set<string>()
  private readonly open: Open[] = []
  private readonly items: Item[] = []
  private questions = 0

  constructor(private readonly around: Surroundings) {
    this.keys = new Keys(around.findings, around.spokenOf)
  }

  read(rows: readonly Row[]): Item[] {
    const { findings } = this.around
    for (const row of rows) {
      if (saysYes(row.get('disabled'))) continue
      const type = row.get('type')
      if (type !== '') this.readRow(row, rowType(type))
      else if (row.get('name') !== '' || row.texts('label', this.around.base))
        findings.refuse(row.at('type'), 'typeMissing', row.get('name'))
    }
    for (const { row } of this.open) findings.refuse(row.at('type'), 'beginWithoutEnd', row.get('name'))
    while (this.open.length) this.close()
    return reworded(this.items, { renamed: this.keys.renamed, acknowledged: this.acknowledged })
  }

  private readRow(row: Row, type: RowType): void {
    const { findings } = this.around
    const kept = readKept(row.get('vises'))
    if (!kept && row.get('vises') !== '') findings.lose(row.at('vises'), 'keptIgnored')
    if (type.row === 'begin') return this.begin(row, type, kept)
    if (type.row === 'end') {
      if (this.open.at(-1)?.container === type.container) return this.close()
      return findings.refuse(row.at('type'), 'endWithoutBegin', row.get('type'))
    }
    if (type.row === 'setting') {
      this.settings.set(type.setting.endsWith('title') ? 'title' : 'form_id', row.get('name'))
      return
    }
    if (kept?.part !== undefined && this.takePart(row, kept.part)) return
    this.readItem(row, type, kept)
  }

  private takePart(row: Row, part: string): boolean {
    const within = this.open.at(-1)
    if (within?.kept && PARTS.has(part)) {
      within.parts.push({ row, part })
      return true
    }
    if (!WHOLE_TEXTS.has(part)) return false
    const label = row.texts('label', this.around.base)
    if (label) this.texts[part as 'introduction' | 'thanks'] = label
    return true
  }

  private readItem(row: Row, type: RowType, kept: Kept | undefined): void {
    const { findings } = this.around
    // Notes need no name, and what is left out anyway neither.
    const nameless = type.row === 'metadata' || (type.row === 'question' && type.kind === 'note')
    const isLeftOut =
      type.row === 'unsupported' || (type.row === 'metadata' && !this.around.spokenOf.has(row.get('name')))
    const key = isLeftOut ? row.get('name') : this.keys.claim(row, nameless ? `note_${row.number}` : undefined)
    const before = findings.problems.length
    const plain = readQuestion(row, key, type, this.around)
    if (!plain) return
    const question = this.restored(plain, row, kept) ?? plain
    if (plain.kind === 'consent' && type.row === 'question' && type.loss) this.acknowledged.add(row.get('name'))
    if ((question.kind === 'multiple' || question.kind === 'ranking') && question.choices)
      this.severalOf.add(question.choices)
    if (question.other) this.keys.claimOther(row, key)
    if (++this.questions === QUESTIONNAIRE_LIMITS.questions + 1) findings.refuse(row.at('type'), 'tooMany')
    const [misshapen] = findings.problems.length === before ? itemProblems(question) : []
    if (misshapen) findings.refuse(row.at('name'), 'textTooLong', misshapen.path)
    this.add(question, row)
  }

  private begin(row: Row, type: RowType & { row: 'begin' }, kept: Kept | undefined): void {
    const { findings } = this.around
    const shown = readShown(row, this.around)
    findUnused(row, type.container === 'repeat', findings)
    const key = this.keys.claim(row, type.container === 'group' ? `group_${row.number}` : undefined)
    const item: Group | Repeat =
      type.container === 'repeat'
        ? present({ key, kind: 'repeat', ...shown, count: expressionOf(row, 'count', findings), items: [] })
        : { key, kind: 'group', ...shown, items: [] }
    const standsAlone = this.open.every(({ item: { kind } }) => kind === 'group')
    if (item.kind === 'group' && standsAlone && drop(item, 'field-list')) item.kind = 'page'
    this.open.push({ item, container: type.container, row, kept, parts: [] })
    if (this.open.length === QUESTIONNAIRE_LIMITS.depth + 1) findings.refuse(row.at('type'), 'tooDeep')
  }

  private close(): void {
    const { item, row: begin, kept, parts } = this.open.pop()!
    const labels = parts.flatMap(({ row, part }) => {
      const label = part && row.texts('label', this.around.base)
      return label ? [[part, label] as const] : []
    })
    const restored = kept && this.restored<Item>({ ...item, ...Object.fromEntries(labels) } as Item, begin, kept)
    if (restored) return this.add(restored, begin)
    this.add(item, begin)
    if (parts.length === 0) return
    // It is no longer one question: its parts are questions of their own.
    this.open.push({ item, container: 'group', row: begin, kept: undefined, parts: [] })
    for (const { row } of parts) this.readItem(row, rowType(row.get('type')), undefined)
    this.open.pop()
  }

  /** The item as it was before it became plain rows; undefined when what was kept does not fit. */
  private restored<Kind extends Item = Question>(plain: Kind, row: Row, kept: Kept | undefined): Kind | undefined {
    if (!kept) return undefined
    const restored = restore(plain, kept)
    if (restored && (this.around.asWritten || itemProblems(restored).length === 0)) return restored
    this.around.findings.lose(row.at('vises'), 'keptIgnored')
    return undefined
  }

  private add(item: Item, row: Row): void {
    const within = this.open.at(-1)
    ;(within ? within.item.items : this.items).push(item)
    this.rows.set(item.key, row)
  }
}
