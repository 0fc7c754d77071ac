import { useState } from 'react'
import { useCan } from '@vises/ui/auth/Session.tsx'
import NotFoundPage from '@vises/ui/app/NotFoundPage.tsx'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField, TextField } from '@vises/ui/Field.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { OFFERED_LANGUAGES, useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import { Library } from './Library.tsx'
import { useCreateTemplate } from './useCreateTemplate.ts'
import styles from './Templates.module.css'

/** The ways to a new template: from the method's library, or from a blank page. */
export function NewPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('templates')
  const can = useCan()
  if (!can('template:write')) return <NotFoundPage />
  return (
    <Page title={t('newTitle')} lead={t('newLead')} crumbs={[{ label: t('title'), to: `/${language}/templates` }]}>
      <section aria-labelledby="from-library">
        <h2 id="from-library">{t('fromLibrary')}</h2>
        <Library />
      </section>
      <section aria-labelledby="from-blank">
        <h2 id="from-blank">{t('fromBlank')}</h2>
        <Blank />
      </section>
    </Page>
  )
}

function Blank() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('templates')
  const nameOf = useLanguageName()
  const { create, busy, error } = useCreateTemplate()
  const [title, setTitle] = useState('')
  const [baseLanguage, setBaseLanguage] = useState<string>(language)
  return (
    <form
      className={styles.blank}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void create({ title: title.trim(), baseLanguage })
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
