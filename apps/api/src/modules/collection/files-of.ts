import type { FileAnswer, Item, Questionnaire } from '@vises/questionnaire/model.ts'
import { isContainer } from '@vises/questionnaire/walk.ts'

/** A file as it stands in answers that nobody has checked yet, and how to put another in its place. */
interface FilePlace {
  path: string
  id: unknown
  replace(file: FileAnswer): void
}

/** Every file in some answers. What has the wrong shape is left to the validation. */
export function* filesOf({ items }: Pick<Questionnaire, 'items'>, answers: unknown, within = ''): Generator<FilePlace> {
  if (!isRecord(answers)) return
  for (const item of flat(items)) {
    const value = answers[item.key]
    if (item.kind === 'repeat') {
      if (!Array.isArray(value)) continue
      for (const [index, row] of value.entries()) yield* filesOf(item, row, `${within}${item.key}[${index}].`)
    } else if (item.kind === 'file' && isRecord(value)) {
      yield { path: `${within}${item.key}`, id: value['id'], replace: (file) => void (answers[item.key] = file) }
    }
  }
}

/** Groups and pages do not nest answers; repeats do. */
function* flat(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    if (isContainer(item) && item.kind !== 'repeat') yield* flat(item.items)
    else yield item
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
