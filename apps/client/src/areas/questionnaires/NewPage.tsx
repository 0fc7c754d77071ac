import { useState } from 'react'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField, TextField } from '@vises/ui/Field.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { OFFERED_LANGUAGES, useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import { Library } from './Library.tsx'
import { TemplateCards } from './TemplateCards.tsx'
import { useCreate } from './useCreate.ts'
import { WorkbookUpload } from './WorkbookUpload.tsx'
import styles from './Questionnaires.module.css'

/** The ways to a new questionnaire: from what exists first, for nobody has to begin with an empty page. */
export function NewPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('questionnaires')
  const { membership } = useViewer()
  const enterpriseId = membership?.enterpriseId ?? ''
  return (
    <Page title={t('newTitle')} lead={t('newLead')} crumbs={[{ label: t('title'), to: `/${language}/questionnaires` }]}>
      <section aria-labelledby="from-library">
        <h2 id="from-library">{t('fromLibrary')}</h2>
        <Library enterpriseId={enterpriseId} />
      </section>
      <section aria-labelledby="from-template">
        <h2 id="from-template">{t('fromTemplate', { partner: membership?.partnerName ?? '' })}</h2>
        <TemplateCards enterpriseId={enterpriseId} partner={membership?.partnerName ?? ''} />
      </section>
      <section aria-labelledby="from-workbook">
        <h2 id="from-workbook">{t('fromWorkbook')}</h2>
        <WorkbookUpload enterpriseId={enterpriseId} />
      </section>
      <section aria-labelledby="from-blank">
        <h2 id="from-blank">{t('fromBlank')}</h2>
        <Blank enterpriseId={enterpriseId} />
      </section>
    </Page>
  )
}

function Blank({ enterpriseId }: { enterpriseId: string }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('questionnaires')
  const nameOf = useLanguageName()
  const { create, busy, error } = useCreate(enterpriseId)
  const [title, setTitle] = useState('')
  const [baseLanguage, setBaseLanguage] = useState<string>(language)
  return (
    <form
      className={styles.blank}
      onSubmit={(event) => {
        event.preventDefault()
        void create({ title: title.trim(), baseLanguage })
      }}
    >
      <TextField
        label={t('blankTitle')}
        help={t('blankTitleHelp')}
        maxLength={300}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <SelectField
        label={t('blankLanguage')}
        help={t('blankLanguageHelp')}
        value={baseLanguage}
        options={OFFERED_LANGUAGES.map((tag) => ({ value: tag, label: nameOf(tag) }))}
        onChange={(event) => setBaseLanguage(event.target.value)}
      />
      {error !== undefined && <FailedState error={error} />}
      <Button type="submit" variant="primary" icon="plus" busy={busy}>
        {t('blankCreate')}
      </Button>
    </form>
  )
}
