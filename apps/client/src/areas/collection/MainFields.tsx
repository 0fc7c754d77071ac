import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { ChoiceField, TextField } from '@vises/ui/Field.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import { GroupFields } from './GroupFields.tsx'
import type { FormPart } from './ReadFields.tsx'

/** The few things every collection needs: its name, who is asked, until when, in which languages. */
export function MainFields({ form, set, forField, content }: FormPart & { content: Questionnaire }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const nameOf = useLanguageName()
  return (
    <>
      <TextField
        label={t('waveTitle')}
        help={t('waveTitleHelp')}
        maxLength={200}
        value={form.title}
        error={forField('title')}
        onChange={(event) => set({ title: event.target.value })}
      />
      <GroupFields groups={form.groups} onChange={(groups) => set({ groups })} forField={forField} />
      <TextField
        label={t('closesOn')}
        help={t('closesOnHelp')}
        optional
        type="date"
        min={form.opensOn || undefined}
        value={form.closesOn}
        error={forField('closesOn') && t('closesOnWrong')}
        onChange={(event) => set({ closesOn: event.target.value })}
      />
      {content.languages.length > 1 && (
        <ChoiceField
          kind="many"
          label={t('languages')}
          value={form.languages}
          error={form.languages.length === 0 ? t('languagesNone') : forField('languages')}
          options={content.languages.map((tag) => ({ value: tag, label: nameOf(tag) }))}
          onChange={(chosen) => set({ languages: content.languages.filter((tag) => chosen.includes(tag)) })}
        />
      )}
    </>
  )
}
