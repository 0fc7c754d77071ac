import { useState } from 'react'
import type { Question } from '@vises/questionnaire/model.ts'
import { textIn } from '@vises/questionnaire/texts.ts'
import { Button } from '../Button.tsx'
import { CheckField, SelectField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import { ChoicesEditor } from './ChoicesEditor.tsx'
import { columnsIn } from '@vises/questionnaire/conditions.ts'
import { usersOf } from './edits.ts'
import { useEditor } from './editor-context.ts'
import { findItem } from './items.ts'
import { listName } from './kinds.ts'
import { NumberField } from './NumberField.tsx'
import { useProperty } from './useProperty.ts'
import styles from './Form.module.css'

/** What is chosen from: the answers of a list, with "other", and how many may be chosen. */
export function ChoiceParts({ question }: { question: Question }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const set = useProperty(question)
  const { choices, kind } = question
  return (
    <>
      {choices !== undefined && <ListOf question={question} property="choices" />}
      {kind !== 'ranking' && (
        <CheckField
          label={t('choices.other')}
          help={t('choices.otherHelp')}
          checked={!!question.other}
          onChange={(event) => set('other', event.target.checked || undefined)}
        />
      )}
      {kind !== 'single' && (
        <div className={styles.pair}>
          <NumberField
            label={t('bounds.fewest')}
            place="min"
            whole
            least={0}
            value={question.min}
            onChange={(value) => set('min', value)}
          />
          <NumberField
            label={t('bounds.most')}
            place="max"
            whole
            least={1}
            value={question.max}
            onChange={(value) => set('max', value)}
          />
        </div>
      )}
    </>
  )
}

/** The rows of a matrix, and its columns: five steps of agreement unless it has a list of its own. */
export function MatrixParts({ question }: { question: Question }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire, change, changeItem } = useEditor()
  const own = question.choices !== undefined
  const setOwn = (wanted: boolean) => {
    if (!wanted) return changeItem<Question>(question.key, ({ choices: _former, ...rest }) => rest)
    const name = listName(questionnaire.choiceLists, question.key)
    change((draft) => ({
      ...draft,
      choiceLists: { ...draft.choiceLists, [name]: [1, 2].map((n) => ({ name: `c${n}`, label: {} })) },
    }))
    changeItem<Question>(question.key, (item) => ({ ...item, choices: name }))
  }
  return (
    <>
      {question.rows !== undefined && <ListOf question={question} property="rows" />}
      <SelectField
        label={t('matrix.columns')}
        value={own ? 'own' : 'agreement'}
        options={(['agreement', 'own'] as const).map((value) => ({ value, label: t(`matrix.${value}`) }))}
        onChange={(event) => setOwn(event.target.value === 'own')}
      />
      {own && <ListOf question={question} property="choices" />}
    </>
  )
}

/** One list of a question; it may be shared with others, or taken over from them. */
function ListOf({ question, property }: { question: Question; property: 'choices' | 'rows' }) {
  const { t, formatList } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire, change, changeItem } = useEditor()
  const labelOf = useLabels()
  const [taking, setTaking] = useState(false)
  const list = question[property] ?? ''
  const words = property === 'rows' ? 'rows' : question.kind === 'matrix' ? 'columns' : 'answers'
  const others = usersOf(questionnaire.items, list).filter((key) => key !== question.key)
  const take = (name: string) => changeItem<Question>(question.key, (item) => ({ ...item, [property]: name }))
  const part = () => {
    const name = listName(questionnaire.choiceLists, property === 'rows' ? `${question.key}_rows` : question.key)
    change((draft) => ({ ...draft, choiceLists: { ...draft.choiceLists, [name]: draft.choiceLists[list] ?? [] } }))
    take(name)
  }
  return (
    <>
      <ChoicesEditor
        list={list}
        label={t(`${words}.label`)}
        one={t(`${words}.one`)}
        adding={t(`${words}.add`)}
        place={property}
        exclusive={question.kind === 'multiple'}
        pictures={property === 'choices' && (question.kind === 'single' || question.kind === 'multiple')}
        columns={property === 'choices' ? columnsIn(question.choiceFilter) : undefined}
      />
      {others.length > 0 && (
        <Notice actions={<Button onClick={part}>{t('lists.part')}</Button>}>
          {t('lists.shared', { questions: formatList(others.map(labelOf)) })}
        </Notice>
      )}
      {Object.keys(questionnaire.choiceLists).length > 1 && (
        <details className={styles.aside} onToggle={(event) => setTaking(event.currentTarget.open)}>
          <summary>{t('lists.use')}</summary>
          {taking && <OtherLists list={list} onTake={take} />}
        </details>
      )}
    </>
  )
}

/** The lists of the other questions, to use one of them. */
function OtherLists({ list, onTake }: { list: string; onTake: (list: string) => void }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire } = useEditor()
  const labelOf = useLabels()
  const offered = Object.keys(questionnaire.choiceLists).flatMap((name) => {
    const user = name === list ? undefined : usersOf(questionnaire.items, name)[0]
    return user ? [{ value: name, label: t('lists.of', { question: labelOf(user) }) }] : []
  })
  return (
    <SelectField
      label={t('lists.which')}
      value=""
      placeholder={t('lists.keep')}
      required={false}
      options={offered}
      onChange={(event) => event.target.value && onTake(event.target.value)}
    />
  )
}

/** What a question is called here. */
function useLabels(): (key: string) => string {
  const { questionnaire, language } = useEditor()
  return (key) => textIn(findItem(questionnaire.items, key)?.item.label, language, questionnaire) || key
}
