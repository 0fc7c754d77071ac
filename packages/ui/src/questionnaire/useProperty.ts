import type { Item } from '@vises/questionnaire/model.ts'
import { useEditor } from './editor-context.ts'

/** `set('min', 2)` sets a property of an item, `set('min', undefined)` takes it out. */
export function useProperty<T extends Item>(item: T) {
  const { changeItem, language } = useEditor()
  return <P extends keyof T & string>(property: P, value: T[P] | undefined) =>
    changeItem<T>(
      item.key,
      ({ [property]: _former, ...rest }) => (value === undefined ? rest : { ...rest, [property]: value }) as T,
      `${property} ${item.key} ${language}`,
    )
}
