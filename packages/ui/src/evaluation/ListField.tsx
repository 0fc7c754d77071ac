import type { ComponentType } from 'react'
import { Button } from '../Button.tsx'
import { useTexts } from '../texts.tsx'
import { useUndo } from '../Undo.tsx'
import type { AnswerStore } from './answer-store.ts'
import type { AnswerFieldProps } from './answer-field.ts'
import type { MethodField } from './useMethod.ts'
import { useStore } from './useAnswers.ts'
import { useItemFocus } from './useItemFocus.ts'
import styles from './Journey.module.css'

/** The items of a list field, in order. */
export function useItems(store: AnswerStore, stepCode: string, fieldKey: string): string[] {
  return useStore(store, () => {
    const { value } = store.state(stepCode, fieldKey)
    return Array.isArray(value) ? value : []
  })
}

interface ListFieldProps {
  store: AnswerStore
  stepCode: string
  field: MethodField
  readOnly: boolean
  /** Draws one field of an item. */
  ItemField: ComponentType<AnswerFieldProps>
}

/** A list of items, each with fields of its own: add, move, remove (with undo). */
export function ListField({ store, stepCode, field, readOnly, ItemField }: ListFieldProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const tell = useUndo()
  const items = useItems(store, stepCode, field.key)
  const { list, after } = useItemFocus(items)
  const set = (next: string[]) => store.change(stepCode, field.key, next)
  const add = () => {
    after.added()
    set([...items, newItemId()])
  }
  const remove = (item: string) => {
    after.removed(items.indexOf(item))
    set(items.filter((one) => one !== item))
    tell({ text: t('itemRemoved'), undo: () => set(items) })
  }
  const move = (index: number, by: number) => {
    after.moved(index, by)
    const next = [...items]
    const [item] = next.splice(index, 1)
    next.splice(index + by, 0, item!)
    set(next)
  }
  const full = field.max !== null && field.max !== undefined && items.length >= field.max

  return (
    <fieldset className={styles.list}>
      <legend>{field.label}</legend>
      {field.help && <p className={styles.soft}>{field.help}</p>}
      {items.length === 0 && readOnly && <p className={styles.soft}>{t('nothingYet')}</p>}
      <ol ref={list} className={styles.items}>
        {items.map((item, index) => (
          <li key={item} tabIndex={-1} className={styles.item}>
            <div className={styles.itemFields}>
              {field.item?.map((sub) => (
                <ItemField
                  key={sub.key}
                  store={store}
                  stepCode={stepCode}
                  fieldKey={`${field.key}/${item}/${sub.key}`}
                  field={sub}
                  readOnly={readOnly}
                />
              ))}
            </div>
            {!readOnly && (
              <div className={styles.itemActs}>
                {index > 0 && (
                  <Button variant="quiet" icon="arrowUp" data-move="up" onClick={() => move(index, -1)}>
                    {t('moveUp', { n: index + 1 })}
                  </Button>
                )}
                {index < items.length - 1 && (
                  <Button variant="quiet" icon="arrowDown" data-move="down" onClick={() => move(index, 1)}>
                    {t('moveDown', { n: index + 1 })}
                  </Button>
                )}
                <Button variant="quiet" icon="remove" onClick={() => remove(item)}>
                  {t('removeItem', { n: index + 1 })}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && !full && (
        <Button icon="plus" onClick={add}>
          {t('addItem')}
        </Button>
      )}
      {full && !readOnly && <p className={styles.soft}>{t('listFull', { max: field.max ?? 0 })}</p>}
    </fieldset>
  )
}

/** A short identifier for a list item. */
export const newItemId = (): string => crypto.randomUUID().slice(0, 8)
