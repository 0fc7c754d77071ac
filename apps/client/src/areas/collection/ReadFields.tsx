import { useState } from 'react'
import { TextArea, TextField } from '@vises/ui/Field.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import type { WaveForm } from './wave-form.ts'

export interface FormPart {
  form: WaveForm
  set: (next: Partial<WaveForm>) => void
  forField: (field: string) => string | undefined
}

/** What respondents read before the first question, as they read it, and the fields it is made of. */
export function ReadFields({ form, set, forField }: FormPart) {
  const { t, formatDay, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const nameOf = useLanguageName()
  const purpose = (form.purpose[language] || Object.values(form.purpose).find(Boolean) || '').trim()
  const missing = !purpose || !form.contact.trim() || !form.keepUntil
  // What nobody has written yet is asked for, not hidden.
  const [unfolded] = useState(missing)
  return (
    <section aria-labelledby="read" className={styles.part}>
      <h2 id="read">{t('read')}</h2>
      <blockquote className={styles.preview}>
        <p>
          <strong>{t('preview.asks', { name: form.askedBy.trim() || '…' })}</strong> {purpose}
        </p>
        <p>
          {[
            t('preview.anonymous'),
            form.closesOn && t('preview.until', { day: formatDay(form.closesOn) }),
            form.keepUntil ? t('preview.kept', { day: formatDay(form.keepUntil) }) : '',
            form.contact.trim() && t('preview.contact', { contact: form.contact.trim() }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      </blockquote>
      {missing && <p className={styles.help}>{t('readMissing')}</p>}
      <details className={styles.fold} open={unfolded}>
        <summary>{t('readChange')}</summary>
        <TextField
          label={t('askedBy')}
          maxLength={300}
          value={form.askedBy}
          error={forField('askedBy')}
          onChange={(event) => set({ askedBy: event.target.value })}
        />
        {form.languages.map((tag) => (
          <TextArea
            key={tag}
            label={form.languages.length > 1 ? t('purposeIn', { language: nameOf(tag) }) : t('purpose')}
            help={t('purposeHelp')}
            optional
            lang={tag}
            rows={2}
            maxLength={2000}
            value={form.purpose[tag] ?? ''}
            error={forField('purpose')}
            onChange={(event) => set({ purpose: { ...form.purpose, [tag]: event.target.value } })}
          />
        ))}
        <TextField
          label={t('contact')}
          help={t('contactHelp')}
          optional
          maxLength={300}
          value={form.contact}
          error={forField('contact')}
          onChange={(event) => set({ contact: event.target.value })}
        />
        <TextField
          label={t('keepUntil')}
          help={t('keepUntilHelp')}
          optional
          type="date"
          value={form.keepUntil}
          error={forField('keepUntil')}
          onChange={(event) => set({ keepUntil: event.target.value })}
        />
      </details>
    </section>
  )
}
