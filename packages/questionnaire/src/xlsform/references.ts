import type { Item } from '../model.ts'
import { isContainer } from '../walk.ts'

const REFERENCE = /\$\{([^{}]*)\}/g

/** `last-saved#age` speaks of `age`, too. */
const nameIn = (reference: string): string => reference.trim().replace(/^last-saved#/, '')

/** The names that cells speak of as `${name}`, and those whose choice's label is looked up. */
export function spokenOf(sheets: readonly { rows: readonly { cells: readonly string[] }[] }[]): {
  spokenOf: Set<string>
  lookedUp: Set<string>
} {
  const found = { spokenOf: new Set<string>(), lookedUp: new Set<string>() }
  for (const { rows } of sheets) {
    for (const { cells } of rows) {
      for (const cell of cells) {
        if (!cell.includes('${')) continue
        for (const [, name] of cell.matchAll(REFERENCE)) found.spokenOf.add(nameIn(name!))
        for (const { index } of cell.matchAll(/jr:choice-name/g)) {
          const call = cell.slice(index, cell.indexOf(')', index))
          for (const [, name] of call.matchAll(REFERENCE)) found.lookedUp.add(nameIn(name!))
        }
      }
    }
  }
  return found
}

/** What has to be said otherwise in the expressions and texts of a workbook. */
export interface Rewording {
  /** Names that got another one. */
  renamed: ReadonlyMap<string, string>
  /** Questions that answer `yes` where they answered `OK`. */
  acknowledged: ReadonlySet<string>
}

/** Puts it otherwise wherever an item speaks of such a name. */
export function reworded(items: readonly Item[], rewording: Rewording): Item[] {
  if (rewording.renamed.size === 0 && rewording.acknowledged.size === 0) return [...items]
  return items.map((item) => {
    const { key, kind, ...rest } = item
    const own = mapTexts(rest, (text) => rewordedText(text, rewording, rewording.acknowledged.has(key)))
    const changed = { key, kind, ...own } as Item
    return isContainer(changed) && isContainer(item) ? { ...changed, items: reworded(item.items, rewording) } : changed
  })
}

function rewordedText(text: string, { renamed, acknowledged }: Rewording, isAcknowledged: boolean): string {
  const answered = text.replace(
    /(\$\{([^{}]*)\}|(?<![\w.])\.)(\s*!?=\s*)(['"])OK\4/g,
    (whole, left: string, name: string | undefined, operator: string, quote: string) =>
      (name === undefined ? isAcknowledged : acknowledged.has(nameIn(name)))
        ? `${left}${operator}${quote}yes${quote}`
        : whole,
  )
  return answered.replace(REFERENCE, (whole, name: string) => {
    const other = renamed.get(nameIn(name))
    return other === undefined ? whole : whole.replace(nameIn(name), other)
  })
}

/** Every text in a value of plain JSON, `items` left as they are. */
function mapTexts<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value
  if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, change)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === 'items' ? one : mapTexts<unknown>(one, change)]),
  ) as Value
}
