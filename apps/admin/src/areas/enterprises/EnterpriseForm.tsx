import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { LIMITS } from '@vises/schema/limits'
import { graphql } from '@vises/schema/admin'
import type { EnterpriseInput, EnterpriseProblem } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { ChoiceField, SelectField, TextArea, TextField } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { apiErrorOf } from '@vises/ui/api-error.ts'
import { useErrorTexts } from '@vises/ui/error-texts.ts'
import { useTextById, useTexts } from '@vises/ui/texts.tsx'
import styles from './Enterprise.module.css'

const Enterprise_LegalForms = graphql(`
  query Enterprise_LegalForms {
    legalForms {
      code
      country
      label {
        fr
        nl
        en
      }
    }
  }
`)

export const SIZE_BANDS = ['upTo4', '5to9', '10to49', '50to249', '250plus'] as const

export function useLegalForms() {
  const { data } = useQuery(Enterprise_LegalForms)
  return data?.legalForms ?? []
}

interface EnterpriseFormProps {
  initial: EnterpriseInput
  submitLabel: string
  busy: boolean
  error: unknown
  problem: EnterpriseProblem | null | undefined
  onSubmit: (input: EnterpriseInput) => void
  onCancel: () => void
}

/** What an enterprise is; what is wrong stands at its field, in words. */
export function EnterpriseForm({
  initial,
  submitLabel,
  busy,
  error,
  problem,
  onSubmit,
  onCancel,
}: EnterpriseFormProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const textById = useTextById()
  const words = useErrorTexts()
  const legalForms = useLegalForms()
  const [values, setValues] = useState<EnterpriseInput>(initial)
  const form = useRef<HTMLFormElement>(null)
  const faults = error ? apiErrorOf(error).problems : []
  const duplicate = problem === 'DUPLICATE_IDENTIFIER'

  useEffect(() => {
    if (busy || !(error || duplicate)) return
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid]')
    field?.focus()
    // With the words that came under it; the message above may have pushed it out of sight.
    field?.scrollIntoView({ block: 'center' })
  }, [busy, error, duplicate])

  const set = (name: keyof EnterpriseInput, value: string) => setValues({ ...values, [name]: value })
  const errorOf = (name: keyof EnterpriseInput) => {
    const code = faults.find(({ field }) => field === name)?.code
    if (!code) return name === 'identifier' && duplicate ? t('duplicateIdentifier') : undefined
    return textById(`enterprises.fault.${code}`) ?? words(error).forField(name)
  }
  const field = (name: Exclude<keyof EnterpriseInput, 'country'>) => ({
    label: t(`field.${name}`),
    value: values[name] ?? '',
    onChange: (event: { target: { value: string } }) => set(name, event.target.value),
    error: errorOf(name),
  })

  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onSubmit(values)
      }}
    >
      {faults.length > 0 && (
        <Notice tone="danger" live="assertive">
          <p>{t('faults', { count: faults.length })}</p>
        </Notice>
      )}
      <TextField {...field('name')} maxLength={LIMITS.enterpriseName} autoComplete="off" />
      <ChoiceField
        label={t('field.country')}
        kind="one"
        value={[values.country]}
        onChange={([country]) => setValues({ ...values, country: country ?? 'BE', legalForm: '' })}
        options={['BE', 'FR'].map((country) => ({ value: country, label: t(`country.${country as 'BE'}`) }))}
        error={errorOf('country')}
      />
      <TextField
        {...field('identifier')}
        label={t(values.country === 'FR' ? 'field.siret' : 'field.bce')}
        help={t(values.country === 'FR' ? 'help.siret' : 'help.bce')}
        optional
        autoComplete="off"
      />
      <SelectField
        {...field('legalForm')}
        optional
        placeholder={t('unknown')}
        options={legalForms
          .filter(({ country }) => country === values.country)
          .map(({ code, label }) => ({ value: code, label: label[language] }))}
      />
      <SelectField
        {...field('sizeBand')}
        optional
        placeholder={t('unknown')}
        options={SIZE_BANDS.map((band) => ({ value: band, label: t(`size.${band}`) }))}
      />
      <TextField {...field('nace')} help={t('help.nace')} optional autoComplete="off" />
      <TextField {...field('address')} optional maxLength={LIMITS.address} autoComplete="off" />
      <div className={styles.pair}>
        <TextField {...field('postalCode')} optional maxLength={LIMITS.postalCode} autoComplete="off" />
        <TextField {...field('city')} optional maxLength={LIMITS.city} autoComplete="off" />
      </div>
      <TextField {...field('website')} optional inputMode="url" maxLength={LIMITS.website} autoComplete="off" />
      <TextArea
        {...field('description')}
        help={t('help.description')}
        optional
        maxLength={LIMITS.enterpriseDescription}
      />
      {Boolean(error) && faults.length === 0 && <FailedState error={error} />}
      <div className={styles.acts}>
        <Button type="submit" variant="primary" busy={busy}>
          {submitLabel}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
