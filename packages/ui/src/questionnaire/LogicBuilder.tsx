import { useEffect, useMemo, useRef, useState } from 'react'
import type { Item } from '@vises/questionnaire/model.ts'
import { Button } from '../Button.tsx'
import { SelectField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import { ConditionRow } from './ConditionRow.tsx'
import {
  readConditions,
  testsOf,
  writeConditions,
  type Condition,
  type Conditions,
} from '@vises/questionnaire/conditions.ts'
import { useEditor } from './editor-context.ts'
import { ExpressionField } from './ExpressionField.tsx'
import { operandsBefore } from './operands.ts'
import styles from './Form.module.css'

/** When an item is shown: conditions to choose for the common cases, the expression itself for all others. */
export function LogicBuilder({ item }: { item: Item }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { store, questionnaire, language, changeItem } = useEditor()
  const expression = item.relevant ?? ''
  const [asText, setAsText] = useState(false)
  // A condition without its value is not in the expression yet: it is kept here while it is being made, until somebody
  // goes back or forth.
  const [making, setMaking] = useState<{ conditions: Conditions; travels: number }>()
  const { travels } = store.snapshot()
  const operands = useMemo(() => operandsBefore(questionnaire, item.key, language), [questionnaire, item.key, language])
  const kindOf = (name: string) => operands.find((operand) => operand.name === name)?.kind
  const read = useMemo(() => readConditions(expression), [expression])
  const written = read && writeConditions(read, kindOf)
  const isMaking = making?.travels === travels && writeConditions(making.conditions, kindOf) === written
  const shown = isMaking ? making.conditions : read

  // The row that had the focus may be gone: the keys that go back and forth are heard inside the editor only.
  const adds = useRef<HTMLButtonElement>(null)
  const count = shown?.conditions.length ?? 0
  const before = useRef(count)
  useEffect(() => {
    if (count < before.current && document.activeElement === document.body) adds.current?.focus({ preventScroll: true })
    before.current = count
  }, [count])

  const write = (text: string) =>
    changeItem(
      item.key,
      ({ relevant: _former, ...rest }) => (text.trim() ? { ...rest, relevant: text } : rest) as Item,
      `relevant ${item.key}`,
    )
  const put = (next: Conditions) => {
    setMaking({ conditions: next, travels })
    // What is not in the expression yet changes nothing, and is no step to undo.
    const text = writeConditions(next, kindOf)
    if (text !== written) write(text)
  }
  const add = () => {
    const last = operands.at(-1)
    if (!last) return
    const condition: Condition = { question: last.name, test: testsOf(last.kind)[0] ?? 'answered', value: '' }
    put({ join: shown?.join ?? 'all', conditions: [...(shown?.conditions ?? []), condition] })
  }

  return (
    <section className={styles.section} aria-labelledby="shown-when" data-place="relevant">
      <h3 id="shown-when">{t('logic.title')}</h3>
      {asText || !shown ? (
        <>
          {!shown && <Notice>{t('logic.tooRich')}</Notice>}
          <ExpressionField
            itemKey={item.key}
            place="relevant"
            label={t('logic.expression')}
            help={t('logic.expressionHelp')}
            value={expression}
            onChange={write}
          />
          {shown && (
            <Button variant="quiet" onClick={() => setAsText(false)}>
              {t('logic.asConditions')}
            </Button>
          )}
        </>
      ) : (
        <>
          {shown.conditions.length === 0 && <p>{t(operands.length > 0 ? 'logic.always' : 'logic.nothingBefore')}</p>}
          {shown.conditions.length > 1 && (
            <SelectField
              label={t('logic.join')}
              value={shown.join}
              options={[
                { value: 'all', label: t('logic.all') },
                { value: 'any', label: t('logic.any') },
              ]}
              onChange={(event) => put({ ...shown, join: event.target.value as Conditions['join'] })}
            />
          )}
          <ul className={styles.conditions}>
            {shown.conditions.map((condition, at) => (
              <ConditionRow
                key={at}
                number={at + 1}
                condition={condition}
                operands={operands}
                onChange={(next) => put({ ...shown, conditions: shown.conditions.with(at, next) })}
                onRemove={() => put({ ...shown, conditions: shown.conditions.toSpliced(at, 1) })}
              />
            ))}
          </ul>
          {operands.length > 0 && (
            <Button ref={adds} variant="quiet" icon="plus" onClick={add}>
              {t('logic.add')}
            </Button>
          )}
          <Button variant="quiet" onClick={() => setAsText(true)}>
            {t('logic.asText')}
          </Button>
        </>
      )}
    </section>
  )
}
