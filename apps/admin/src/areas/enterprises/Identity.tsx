import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import type { EnterpriseInput } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Enterprise.module.css'
import { EnterpriseForm, useLegalForms } from './EnterpriseForm.tsx'
import { writeIdentifier } from './identity-words.ts'
import { Fact } from './Fact.tsx'
import type { Enterprise } from './useEnterprise.ts'
import { useFormInPlace } from './useFormInPlace.ts'

const Enterprise_Edit = graphql(`
  mutation Enterprise_Edit($id: ID!, $input: EnterpriseInput!) {
    editEnterprise(id: $id, input: $input) {
      problem
      enterprise {
        id
      }
    }
  }
`)

/** What the enterprise is, to read and to change. */
export function Identity({ enterprise, onChanged }: { enterprise: Enterprise; onChanged: () => Promise<unknown> }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { editing, setEditing, place } = useFormInPlace()
  const [edit, { loading, error, data, reset }] = useMutation(Enterprise_Edit)
  const tell = useUndo()
  const before = inputOf(enterprise)

  const save = async (input: EnterpriseInput) => {
    const answer = await edit({ variables: { id: enterprise.id, input } }).catch(() => undefined)
    if (!answer?.data?.editEnterprise.enterprise) return
    setEditing(false)
    tell({ text: t('saved'), undo: () => edit({ variables: { id: enterprise.id, input: before } }).then(onChanged) })
    await onChanged()
  }

  return (
    <section ref={place} aria-labelledby="identity" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="identity">{t('identity')}</h2>
        {enterprise.can.includes('enterprise:edit') && !editing && (
          <Button
            variant="quiet"
            icon="edit"
            data-opens
            onClick={() => setEditing(true)}
            aria-label={t('editIdentity')}
          >
            {t('edit')}
          </Button>
        )}
      </div>
      {editing ? (
        <EnterpriseForm
          initial={before}
          submitLabel={t('save')}
          busy={loading}
          error={error}
          problem={data?.editEnterprise.problem}
          onSubmit={(input) => void save(input)}
          onCancel={() => {
            reset()
            setEditing(false)
          }}
        />
      ) : (
        <Facts enterprise={enterprise} />
      )}
    </section>
  )
}

function Facts({ enterprise }: { enterprise: Enterprise }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const legalForms = useLegalForms()
  const { country, identifier, legalForm, sizeBand, nace, address, postalCode, city, website, description } = enterprise
  const place = [address, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={t('field.country')}>{t(`country.${country as 'BE'}`)}</Fact>
        <Fact name={t(country === 'FR' ? 'field.siret' : 'field.bce')}>
          {identifier ? writeIdentifier(country, identifier) : t('unknown')}
        </Fact>
        {legalForm && (
          <Fact name={t('field.legalForm')}>
            {legalForms.find(({ code }) => code === legalForm)?.label[language] ?? legalForm}
          </Fact>
        )}
        {sizeBand && <Fact name={t('field.sizeBand')}>{t(`size.${sizeBand as 'upTo4'}`)}</Fact>}
        {nace && <Fact name={t('field.nace')}>{nace}</Fact>}
        {place && <Fact name={t('field.address')}>{place}</Fact>}
        {website && (
          <Fact name={t('field.website')}>
            <a href={website} target="_blank" rel="noreferrer noopener">
              {website.replace(/^https?:\/\/|\/$/g, '')}
            </a>
          </Fact>
        )}
      </dl>
      {description && <p className={styles.description}>{description}</p>}
    </>
  )
}

/** What the form begins with: the enterprise as it is. */
function inputOf(enterprise: Enterprise): EnterpriseInput {
  const { name, country, identifier, legalForm, nace, sizeBand, address, postalCode, city, website, description } =
    enterprise
  return {
    name,
    country,
    identifier: identifier && writeIdentifier(country, identifier),
    legalForm,
    nace,
    sizeBand,
    address,
    postalCode,
    city,
    website,
    description,
  }
}
