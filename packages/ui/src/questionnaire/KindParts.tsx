import type { Item, Question, Repeat } from '@vises/questionnaire/model.ts'
import { isContainer, walk } from '@vises/questionnaire/walk.ts'
import { textIn } from '@vises/questionnaire/texts.ts'
import { ChoiceField, SelectField } from '../Field.tsx'
import { useTexts } from '../texts.tsx'
import { ChoiceParts, MatrixParts } from './ChoiceParts.tsx'
import { useEditor } from './editor-context.ts'
import { ExpressionField } from './ExpressionField.tsx'
import { NumberField } from './NumberField.tsx'
import { TextInLanguage } from './TextInLanguage.tsx'
import { useProperty } from './useProperty.ts'
import styles from './Form.module.css'

/** What belongs to one kind of question only. */
export function KindParts({ item }: { item: Item }) {
  switch (item.kind) {
    case 'single':
    case 'multiple':
    case 'ranking':
      return <ChoiceParts question={item} />
    case 'matrix':
      return <MatrixParts question={item} />
    case 'scale':
    case 'thenNow':
    case 'agreement':
      return <ScaleParts question={item} />
    case 'shortText':
    case 'longText':
    case 'integer':
    case 'decimal':
      return <BoundParts question={item} />
    case 'place':
      return <PlaceParts question={item} />
    case 'file':
      return <FileParts question={item} />
    case 'calculated':
      return <Calculation question={item} />
    case 'repeat':
      return <RepeatParts repeat={item} />
    default:
      return null
  }
}

function ScaleParts({ question }: { question: Question }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const set = useProperty(question)
  const text = (property: 'lowLabel' | 'highLabel' | 'thenLabel' | 'nowLabel') => (
    <TextInLanguage
      key={property}
      label={t(`scale.${property}`)}
      texts={question[property]}
      place={property}
      placeholder={t(`scale.${property}Example`)}
      onChange={(texts) => set(property, texts)}
    />
  )
  return (
    <>
      {question.kind === 'thenNow' && <div className={styles.pair}>{[text('thenLabel'), text('nowLabel')]}</div>}
      <div className={styles.pair}>{[text('lowLabel'), text('highLabel')]}</div>
      {question.kind !== 'agreement' && (
        <div className={styles.pair}>
          <NumberField
            label={t('scale.from')}
            place="min"
            whole
            placeholder="0"
            value={question.min}
            onChange={(value) => set('min', value)}
          />
          <NumberField
            label={t('scale.to')}
            place="max"
            whole
            placeholder="10"
            value={question.max}
            onChange={(value) => set('max', value)}
          />
        </div>
      )}
    </>
  )
}

function BoundParts({ question }: { question: Question }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const set = useProperty(question)
  const text = question.kind === 'shortText' || question.kind === 'longText'
  return (
    <div className={styles.pair}>
      {(['min', 'max'] as const).map((bound) => (
        <NumberField
          key={bound}
          label={t(text ? `bounds.${bound}Length` : `bounds.${bound}`)}
          place={bound}
          whole={question.kind !== 'decimal'}
          least={text ? 0 : undefined}
          value={question[bound]}
          onChange={(value) => set(bound, value)}
        />
      ))}
    </div>
  )
}

const LEVELS = ['country', 'region', 'province', 'arrondissement'] as const

function PlaceParts({ question }: { question: Question }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const set = useProperty(question)
  return (
    <SelectField
      label={t('level.label')}
      value={question.level ?? ''}
      placeholder={t('level.any')}
      required={false}
      options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
      onChange={(event) => set('level', event.target.value || undefined)}
    />
  )
}

/** What the server keeps: a voice would tell who speaks. */
const ACCEPTED = { pictures: ['image/*'], documents: ['application/pdf'] } as const
const MEGABYTE = 1024 * 1024

function FileParts({ question }: { question: Question }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const set = useProperty(question)
  const accept = question.accept ?? []
  const kinds = Object.keys(ACCEPTED) as (keyof typeof ACCEPTED)[]
  const chosen = kinds.filter((kind) => ACCEPTED[kind].every((type) => accept.includes(type)))
  const known: string[] = kinds.flatMap((kind) => [...ACCEPTED[kind]])
  return (
    <div data-place="accept">
      <ChoiceField
        kind="many"
        label={t('file.accept')}
        help={t('file.acceptHelp')}
        options={kinds.map((value) => ({ value, label: t(`file.${value}`) }))}
        value={chosen}
        onChange={(next) => {
          const types = [
            ...accept.filter((type) => !known.includes(type)),
            ...kinds.filter((kind) => next.includes(kind)).flatMap((kind) => [...ACCEPTED[kind]]),
          ]
          set('accept', types.length > 0 ? types : undefined)
        }}
      />
      <NumberField
        label={t('file.most')}
        place="maxBytes"
        least={0.1}
        placeholder="5"
        value={question.maxBytes === undefined ? undefined : Math.round((question.maxBytes / MEGABYTE) * 10) / 10}
        onChange={(value) => set('maxBytes', value === undefined ? undefined : Math.round(value * MEGABYTE))}
      />
    </div>
  )
}

function Calculation({ question }: { question: Question }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const set = useProperty(question)
  return (
    <ExpressionField
      itemKey={question.key}
      place="calculation"
      label={t('expression.calculation')}
      help={t('expression.calculationHelp')}
      value={question.calculation ?? ''}
      onChange={(value) => set('calculation', value || undefined)}
    />
  )
}

/** How many rows: as many as a number says, or as many as the respondent adds. */
function RepeatParts({ repeat }: { repeat: Repeat }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire, language } = useEditor()
  const set = useProperty(repeat)
  const numbers = [...walk(questionnaire.items)].flatMap(([item]) =>
    !isContainer(item) && (item.kind === 'integer' || item.kind === 'calculated') ? [item] : [],
  )
  const count = repeat.count ?? ''
  const simple = count === '' || numbers.some(({ key }) => count === `\${${key}}`)
  return (
    <>
      <div data-place={simple ? 'count' : undefined}>
        <SelectField
          label={t('repeat.count')}
          value={simple ? count : 'expression'}
          placeholder={t('repeat.open')}
          required={false}
          options={[
            ...numbers.map((item) => ({
              value: `\${${item.key}}`,
              label: t('repeat.asMany', { question: textIn(item.label, language, questionnaire) || item.key }),
            })),
            { value: 'expression', label: t('repeat.expression') },
          ]}
          onChange={(event) =>
            set('count', event.target.value === 'expression' ? '1' : event.target.value || undefined)
          }
        />
      </div>
      {!simple && (
        <ExpressionField
          itemKey={repeat.key}
          place="count"
          label={t('expression.count')}
          value={count}
          onChange={(value) => set('count', value || undefined)}
        />
      )}
    </>
  )
}
