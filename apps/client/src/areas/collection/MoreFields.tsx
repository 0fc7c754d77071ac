import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import { ChoiceField, TextField } from '@vises/ui/Field.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import type { FormPart } from './ReadFields.tsx'
import { breakdownsOf, type Breakdown } from './wave-form.ts'

/** What few collections need: a first day, a limit, and by what results are told apart. */
export function MoreFields({ form, set, forField, content }: FormPart & { content: Questionnaire }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const breakdowns = breakdownsOf(content)
  const chosen = breakdowns.filter(({ key }) => form.breakdowns.includes(key))
  return (
    <details className={styles.fold}>
      <summary>{t('more')}</summary>
      <TextField
        label={t('opensOn')}
        help={t('opensOnHelp')}
        optional
        type="date"
        value={form.opensOn}
        error={forField('opensOn')}
        onChange={(event) => set({ opensOn: event.target.value })}
      />
      <TextField
        label={t('quota')}
        help={t('quotaHelp')}
        optional
        type="number"
        inputMode="numeric"
        min={1}
        value={form.quota}
        error={forField('quota')}
        onChange={(event) => set({ quota: event.target.value })}
      />
      <TextField
        label={t('mostReminders')}
        help={t('mostRemindersHelp')}
        type="number"
        inputMode="numeric"
        min={0}
        max={5}
        value={form.mostReminders}
        error={forField('mostReminders')}
        onChange={(event) => set({ mostReminders: event.target.value })}
      />
      {breakdowns.length > 0 && (
        <ChoiceField
          kind="many"
          label={t('breakdowns')}
          help={t('breakdownsHelp')}
          optional
          value={form.breakdowns}
          error={forField('breakdowns')}
          options={breakdowns.map(({ key, label }) => ({
            value: key,
            label: wordsIn(label, language, content.baseLanguage),
          }))}
          onChange={(value) => set({ breakdowns: value })}
        />
      )}
      {chosen.map((one) => (
        <Population key={one.key} {...{ one, form, set, base: content.baseLanguage }} />
      ))}
    </details>
  )
}

type PopulationProps = Pick<FormPart, 'form' | 'set'> & { one: Breakdown; base: string }

/** How many people of each kind could answer, to see later whether those who answered are like them. */
function Population({ one, form, set, base }: PopulationProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const known = form.knownPopulation[one.key] ?? {}
  return (
    <fieldset className={styles.population}>
      <legend>{t('population', { question: wordsIn(one.label, language, base) })}</legend>
      <p className={styles.help}>{t('populationHelp')}</p>
      {one.choices.map(({ name, label }) => (
        <TextField
          key={name}
          label={wordsIn(label, language, base)}
          required={false}
          type="number"
          inputMode="numeric"
          min={0}
          value={known[name] ?? ''}
          onChange={(event) =>
            set({
              knownPopulation: { ...form.knownPopulation, [one.key]: { ...known, [name]: event.target.value } },
            })
          }
        />
      ))}
    </fieldset>
  )
}
