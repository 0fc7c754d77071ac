import type { ExpressionPlace } from '@vises/questionnaire/compiled.ts'
import type { Item, Question } from '@vises/questionnaire/model.ts'
import { isContainer } from '@vises/questionnaire/walk.ts'
import { CheckField, TextField } from '../Field.tsx'
import { useTexts } from '../texts.tsx'
import { useEditor } from './editor-context.ts'
import { ExpressionField } from './ExpressionField.tsx'
import { KeyField } from './KeyField.tsx'
import { uses } from './kinds.ts'
import { TextInLanguage } from './TextInLanguage.tsx'
import { useProperty } from './useProperty.ts'
import styles from './Form.module.css'

const PLACES = ['constraint', 'default', 'calculation', 'choiceFilter'] as const satisfies ExpressionPlace[]

/** What few questionnaires need: the key, expressions, messages, help for who asks, the words of other programs. */
export function AdvancedParts({ item }: { item: Item }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { advanced, showAdvanced } = useEditor()
  return (
    <details className={styles.more} open={advanced} onToggle={(event) => showAdvanced(event.currentTarget.open)}>
      <summary>{t('advanced.title')}</summary>
      {advanced && (
        <>
          <KeyField key={item.key} item={item} />
          {!isContainer(item) && <QuestionAdvanced question={item} />}
          <Appearance item={item} />
        </>
      )}
    </details>
  )
}

function QuestionAdvanced({ question }: { question: Question }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const set = useProperty(question)
  const { kind, required } = question
  const text = (property: 'guidance' | 'requiredMessage' | 'constraintMessage', help?: string) => (
    <TextInLanguage
      label={t(`advanced.${property}`)}
      help={help}
      texts={question[property]}
      place={property}
      onChange={(texts) => set(property, texts)}
    />
  )
  const expression = (place: (typeof PLACES)[number] | 'required') => (
    <ExpressionField
      key={place}
      itemKey={question.key}
      place={place}
      label={t(`expression.${place}`)}
      help={t(`expression.${place}Help`)}
      value={typeof question[place] === 'string' ? question[place] : ''}
      onChange={(value) => set(place, value || undefined)}
    />
  )
  return (
    <>
      {text('guidance', t('advanced.guidanceHelp'))}
      {typeof required === 'string' && expression('required')}
      {required !== undefined && required !== false && text('requiredMessage')}
      {PLACES.filter((place) => uses(kind, place) && !(kind === 'calculated' && place === 'calculation')).map(
        expression,
      )}
      {question.constraint && text('constraintMessage')}
      {uses(kind, 'readOnly') && kind !== 'calculated' && kind !== 'note' && (
        <CheckField
          label={t('advanced.readOnly')}
          checked={!!question.readOnly}
          onChange={(event) => set('readOnly', event.target.checked || undefined)}
        />
      )}
    </>
  )
}

function Appearance({ item }: { item: Item }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const set = useProperty(item)
  return (
    <TextField
      label={t('advanced.appearance')}
      help={t('advanced.appearanceHelp')}
      optional
      spellCheck={false}
      autoCapitalize="off"
      value={item.appearance ?? ''}
      onChange={(event) => set('appearance', event.target.value || undefined)}
    />
  )
}
