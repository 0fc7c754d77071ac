import { useQuery } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { graphql } from '@vises/schema/client'
import { Button } from '../Button.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import { useUndo } from '../Undo.tsx'
import type { AnswerStore } from './answer-store.ts'
import { AnswerField } from './AnswerField.tsx'
import { newItemId, useItems } from './ListField.tsx'
import { useStore } from './useAnswers.ts'
import { useFocusAfter } from './use-focus-after.ts'
import { useItemFocus } from './useItemFocus.ts'
import type { Method, MethodField, MethodStep } from './useMethod.ts'
import styles from './Journey.module.css'

const Question_Hints = graphql(`
  query Question_Hints($text: String!) {
    questionHints(text: $text) {
      check
      reason
    }
  }
`)

interface SheetProps {
  store: AnswerStore
  step: MethodStep
  method: Method
  readOnly: boolean
}

/** The evaluation question sheet: candidates beside the checklist, the choice and its reasons, purpose and frame. */
export function QuestionSheetForm({ store, step, method, readOnly }: SheetProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const field = (key: string) => step.fields.find((one) => one.key === key)
  const show = (key: string) => {
    const one = field(key)
    return (
      one && <AnswerField key={key} store={store} stepCode={step.code} fieldKey={key} field={one} readOnly={readOnly} />
    )
  }
  const candidates = field('candidates')
  return (
    <>
      {candidates && <Candidates {...{ store, step, method, readOnly }} field={candidates} />}
      <h3>{t('sheet.choice')}</h3>
      {show('question')}
      {show('whyChosen')}
      {show('questionType')}
      <h3>{t('sheet.use')}</h3>
      {show('purposes')}
      {show('intendedUse')}
      {show('audience')}
      <h3>{t('sheet.frame')}</h3>
      {show('scope')}
      {show('meansDays')}
      {show('domains')}
      {show('subQuestions')}
      {show('consulted')}
      {step.fields.filter(({ key }) => !KNOWN.includes(key)).map(({ key }) => show(key))}
    </>
  )
}

const KNOWN = [
  'candidates',
  'chosen',
  'question',
  'whyChosen',
  'questionType',
  'purposes',
  'intendedUse',
  'audience',
  'scope',
  'meansDays',
  'domains',
  'subQuestions',
  'consulted',
]

function Candidates({ store, step, method, readOnly, field }: SheetProps & { field: MethodField }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const tell = useUndo()
  const items = useItems(store, step.code, field.key)
  const chosen = useStore(store, () => store.state(step.code, 'chosen').value)
  const { list, after } = useItemFocus(items)
  // The button to choose goes away with the choice.
  useFocusAfter(chosen, () => list.current?.querySelector<HTMLElement>('[data-chosen]'))
  const set = (next: string[]) => store.change(step.code, field.key, next)
  const add = () => {
    after.added()
    set([...items, newItemId()])
  }
  const full = items.length >= (field.max ?? 5)

  const choose = (item: string) => {
    const former = {
      chosen: store.state(step.code, 'chosen').value,
      question: store.state(step.code, 'question').value,
    }
    const text = store.state(step.code, `candidates/${item}/text`).value
    store.change(step.code, 'chosen', item)
    // The final wording starts from the chosen candidate and is then worked on.
    if (!former.question && typeof text === 'string') store.change(step.code, 'question', text)
    tell({
      text: t('sheet.chosen'),
      undo: () => {
        store.change(step.code, 'chosen', former.chosen)
        store.change(step.code, 'question', former.question)
      },
    })
  }

  return (
    <section aria-labelledby="candidates">
      <h3 id="candidates">{field.label}</h3>
      {field.help && <p className={styles.soft}>{field.help}</p>}
      {items.length === 0 && (
        <EmptyState
          title={t('sheet.noCandidates')}
          action={
            !readOnly && (
              <Button variant="primary" icon="plus" onClick={add}>
                {t('sheet.firstCandidate')}
              </Button>
            )
          }
        >
          {t('sheet.noCandidatesText')}
        </EmptyState>
      )}
      <ol ref={list} className={styles.items}>
        {items.map((item, index) => (
          <li key={item} tabIndex={-1} className={`${styles.candidate} ${item === chosen ? styles.chosen : ''}`}>
            <h4 tabIndex={-1} data-chosen={item === chosen || undefined}>
              {t('sheet.candidate', { n: index + 1 })}
              {item === chosen && ` · ${t('sheet.isChosen')}`}
            </h4>
            {field.item?.map((sub) =>
              sub.key === 'checks' ? (
                <Checks key={sub.key} {...{ store, step, method, item, readOnly, sub }} />
              ) : sub.key === 'whyNot' && item === chosen ? null : (
                <AnswerField
                  key={sub.key}
                  store={store}
                  stepCode={step.code}
                  fieldKey={`candidates/${item}/${sub.key}`}
                  field={sub}
                  readOnly={readOnly}
                />
              ),
            )}
            {!readOnly && (
              <div className={styles.itemActs}>
                {item !== chosen && (
                  <Button icon="check" onClick={() => choose(item)}>
                    {t('sheet.choose', { n: index + 1 })}
                  </Button>
                )}
                {item !== chosen && (
                  <Button
                    variant="quiet"
                    icon="remove"
                    onClick={() => {
                      after.removed(index)
                      set(items.filter((one) => one !== item))
                      tell({ text: t('itemRemoved'), undo: () => set(items) })
                    }}
                  >
                    {t('sheet.removeCandidate', { n: index + 1 })}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && items.length > 0 && !full && (
        <Button icon="plus" onClick={add}>
          {t('sheet.addCandidate')}
        </Button>
      )}
    </section>
  )
}

type Sub = NonNullable<MethodField['item']>[number]

/** The checklist of a good question, with hints from the words themselves and an example of weak to better. */
function Checks({ store, step, method, item, readOnly, sub }: SheetProps & { item: string; sub: Sub }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const fieldKey = `candidates/${item}/checks`
  const { text, checks } = useStore(store, () => {
    const value = store.state(step.code, `candidates/${item}/text`).value
    const ticked = store.state(step.code, fieldKey).value
    return { text: typeof value === 'string' ? value : '', checks: Array.isArray(ticked) ? ticked : [] }
  })
  const settled = useSettled(text, 700)
  const { data } = useQuery(Question_Hints, {
    variables: { text: settled },
    skip: readOnly || settled.trim().length < 10,
  })
  const hints = data?.questionHints ?? []
  const toggle = (code: string, checked: boolean) =>
    store.change(step.code, fieldKey, checked ? [...checks, code] : checks.filter((one) => one !== code))

  return (
    <fieldset className={styles.list}>
      <legend>{sub.label}</legend>
      {method.questionChecklist.map((check) => {
        const reasons = hints.filter((hint) => hint.check === check.code)
        return (
          <div key={check.code} className={styles.checks}>
            <label>
              <input
                type="checkbox"
                disabled={readOnly}
                checked={checks.includes(check.code)}
                onChange={(event) => toggle(check.code, event.target.checked)}
              />
              <span>{check.label}</span>
            </label>
            {reasons.length > 0 && (
              <Notice tone="info" live="polite">
                {reasons.map(({ reason }) => (
                  <p key={reason}>{t(`hint.${reason}`)}</p>
                ))}
              </Notice>
            )}
            {!readOnly && (
              <details>
                <summary>{t('sheet.why', { check: check.label })}</summary>
                <p>{check.hint}</p>
                <p className={styles.pair}>
                  <span className={styles.soft}>{t('sheet.weak')}</span> {check.weak}
                  <br />
                  <span className={styles.soft}>{t('sheet.better')}</span> {check.better}
                </p>
              </details>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

/** A value that follows once it has not changed for a while. */
function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}
