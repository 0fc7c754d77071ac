import { AGREEMENT } from '@vises/questionnaire/model.ts'
import { textIn } from '@vises/questionnaire/texts.ts'
import { AGREEMENT_WORDS, wordsIn, YES_NO_WORDS } from '@vises/questionnaire/words.ts'
import { Icon } from '../Icon.tsx'
import { useTexts } from '../texts.tsx'
import { needsValue, testsOf, type Condition, type Test } from '@vises/questionnaire/conditions.ts'
import { useEditor } from './editor-context.ts'
import type { Operand } from './operands.ts'
import styles from './Form.module.css'

interface ConditionRowProps {
  number: number
  condition: Condition
  operands: Operand[]
  onChange: (condition: Condition) => void
  onRemove: () => void
}

/** "[question] [is] [value]", chosen from lists. */
export function ConditionRow({ number, condition, operands, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { question, test } = condition
  const operand = operands.find(({ name }) => name === question)
  const tests = operand ? testsOf(operand.kind) : [test]
  const offered = tests.includes(test) ? tests : [test, ...tests]
  const named = (part: string) => t(`logic.${part as 'question' | 'test' | 'value'}`, { number })

  const ask = (name: string) => {
    const next = operands.find((one) => one.name === name)
    if (!next) return
    const possible = testsOf(next.kind)
    onChange({ question: name, test: possible.includes(test) ? test : (possible[0] ?? 'answered'), value: '' })
  }
  return (
    <li className={styles.condition}>
      <select
        className={styles.input}
        aria-label={named('question')}
        value={question}
        onChange={(event) => ask(event.target.value)}
      >
        {!operand && <option value={question}>{question}</option>}
        {operands.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      <select
        className={styles.input}
        aria-label={named('test')}
        value={test}
        onChange={(event) => {
          const next = event.target.value as Test
          onChange({ ...condition, test: next, value: needsValue(next) ? condition.value : '' })
        }}
      >
        {offered.map((one) => (
          <option key={one} value={one}>
            {t(`test.${one}`)}
          </option>
        ))}
      </select>
      {needsValue(test) && (
        <Value
          {...{ condition, operand }}
          label={named('value')}
          onChange={(value) => onChange({ ...condition, value })}
        />
      )}
      <button type="button" className={styles.tool} title={t('logic.remove')} onClick={onRemove}>
        <Icon name="remove" size={18} label={`${t('logic.remove')} ${number}`} />
      </button>
    </li>
  )
}

interface ValueProps {
  condition: Condition
  operand: Operand | undefined
  label: string
  onChange: (value: string) => void
}

const NUMBERS = ['integer', 'decimal', 'scale', 'calculated']

function Value({ condition, operand, label, onChange }: ValueProps) {
  const { t, language: reader } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire, language } = useEditor()
  const { value } = condition
  const options =
    operand?.kind === 'yesNo' || operand?.kind === 'consent'
      ? (['yes', 'no'] as const).map((name) => ({ name, label: wordsIn(YES_NO_WORDS[name], reader) }))
      : operand?.kind === 'agreement'
        ? AGREEMENT.map((step) => ({
            name: String(step),
            label: `${step} · ${wordsIn(AGREEMENT_WORDS[step], reader)}`,
          }))
        : operand?.choices?.map((choice) => ({
            name: choice.name,
            label: textIn(choice.label, language, questionnaire) || choice.name,
          }))
  if (options) {
    return (
      <select
        className={styles.input}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('logic.chooseValue')}</option>
        {!options.some(({ name }) => name === value) && value && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.name} value={option.name}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  const type = operand?.kind === 'date' ? 'date' : NUMBERS.includes(operand?.kind ?? '') ? 'number' : 'text'
  return (
    <input
      className={styles.input}
      type={type}
      step="any"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
