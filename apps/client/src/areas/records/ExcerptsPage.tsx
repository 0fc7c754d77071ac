import { useSearchParams } from 'react-router'
import { SelectField } from '@vises/ui/Field.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { ExcerptList } from './ExcerptList.tsx'
import styles from './Records.module.css'
import { CONSENTS, useExcerpts } from './useExcerpts.ts'
import { useRecords } from './useRecords.ts'

/** All passages, to be read side by side: by theme, and by how far they may travel. */
export function ExcerptsPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('records')
  const [address, setAddress] = useSearchParams()
  const code = address.get('code') ?? ''
  const consent = address.get('consent') ?? ''
  const { enterpriseId, found } = useRecords()
  const { excerpts, error, refetch } = useExcerpts(enterpriseId, { codeId: code || undefined })
  const narrow = (name: string, value: string) => {
    const next = new URLSearchParams(address)
    if (value) next.set(name, value)
    else next.delete(name)
    setAddress(next, { replace: true })
  }
  return (
    <Page
      title={t('allExcerpts')}
      lead={t('allExcerptsText')}
      crumbs={[{ label: t('title'), to: `/${language}/records` }]}
      width="text"
    >
      <div className={styles.filters}>
        <SelectField
          label={t('codeName')}
          placeholder={t('anyCode')}
          value={code}
          onChange={(event) => narrow('code', event.target.value)}
          options={(found?.codes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          label={t('consentLabel')}
          placeholder={t('anyConsent')}
          value={consent}
          onChange={(event) => narrow('consent', event.target.value)}
          options={CONSENTS.map((one) => ({ value: one, label: t(`consent.${one}`) }))}
        />
      </div>
      <ExcerptList
        excerpts={excerpts?.filter((one) => !consent || one.consent === consent)}
        error={error}
        refetch={refetch}
        empty={code || consent ? t('noneFits') : t('noExcerpts')}
        withRecord
      />
    </Page>
  )
}
