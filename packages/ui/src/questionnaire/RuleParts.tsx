import type { Question } from '@vises/questionnaire/model.ts'
import { CheckField } from '../Field.tsx'
import { useTexts } from '../texts.tsx'
import { uses } from './kinds.ts'
import { useProperty } from './useProperty.ts'
import styles from './Form.module.css'

/** Whether an answer is expected, and whether one may prefer not to say. */
export function RuleParts({ question }: { question: Question }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const set = useProperty(question)
  const { kind, required } = question
  if (!uses(kind, 'required') || kind === 'calculated') return null
  const sometimes = typeof required === 'string'
  return (
    <section className={styles.section} aria-labelledby="rules" data-place="required">
      <h3 id="rules">{t('rules.title')}</h3>
      <CheckField
        label={t(sometimes ? 'rules.sometimes' : 'rules.required')}
        help={sometimes ? t('rules.sometimesHelp') : undefined}
        checked={required !== undefined && required !== false}
        onChange={(event) => set('required', event.target.checked || undefined)}
      />
      {uses(kind, 'declinable') && (
        <CheckField
          label={t('rules.declinable')}
          help={t('rules.declinableHelp')}
          checked={question.declinable !== false}
          onChange={(event) => set('declinable', event.target.checked ? undefined : false)}
        />
      )}
    </section>
  )
}
