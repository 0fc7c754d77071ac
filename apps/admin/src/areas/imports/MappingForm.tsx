import { useState } from 'react'
import { Table } from '@mantine/core'
import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { PartialState } from '@vises/ui/PartialState.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Imports.module.css'
import type { Import } from './useImport.ts'

const MappingForm_Choices = graphql(`
  query MappingForm_Choices {
    testPlatforms {
      code
      name {
        fr
        nl
        en
      }
    }
    coaches {
      membershipId
      name
    }
  }
`)
const MappingForm_Check = graphql(`
  mutation MappingForm_Check($id: ID!, $mapping: [ColumnMappingInput!]!, $defaults: ImportDefaultsInput!) {
    checkImport(id: $id, mapping: $mapping, defaults: $defaults) {
      problem
      import {
        id
        status
        doneCount
      }
    }
  }
`)

/** What a column can mean, in the order of the choices. */
const FIELDS = [
  'name',
  'country',
  'identifier',
  'legalForm',
  'nace',
  'sizeBand',
  'address',
  'postalCode',
  'city',
  'website',
  'description',
  'platform',
  'territory',
  'coach',
] as const
type ImportField = (typeof FIELDS)[number]
const isField = (text: string): text is ImportField => FIELDS.some((field) => field === text)

interface MappingFormProps {
  batch: Import
  onChecking: () => unknown
  /** Back to the result of the last try. */
  onBack?: () => void
}

/** Says what the columns of a file mean, each with a few of its cells in sight. */
export function MappingForm({ batch, onChecking, onBack }: MappingFormProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('imports')
  const [meaning, setMeaning] = useState<Record<number, ImportField>>(() =>
    Object.fromEntries(batch.mapping.flatMap(({ field, column }) => (isField(field) ? [[column, field]] : []))),
  )
  const [defaults, setDefaults] = useState(batch.defaults)
  const [moved, setMoved] = useState<string>()
  const [check, { error, data, loading }] = useMutation(MappingForm_Check)
  const hasName = Object.values(meaning).includes('name')
  const titleOf = (column: number) => batch.headers[column]?.trim() || t('columnNumber', { number: column + 1 })

  const choose = (column: number, value: string) => {
    const next = { ...meaning }
    delete next[column]
    setMoved(undefined)
    if (isField(value)) {
      // A field has one column: the former one is left out, and that is said.
      const former = Object.keys(next).find((other) => next[Number(other)] === value)
      if (former !== undefined) {
        delete next[Number(former)]
        setMoved(t('moved', { column: titleOf(Number(former)), field: t(`field.${value}`) }))
      }
      next[column] = value
    }
    setMeaning(next)
  }
  const start = async () => {
    const mapping = Object.entries(meaning).map(([column, field]) => ({ field, column: Number(column) }))
    const { platform, coachMembershipId, country } = defaults
    // What failed is shown below.
    await check({ variables: { id: batch.id, mapping, defaults: { platform, coachMembershipId, country } } }).catch(
      () => undefined,
    )
    await onChecking()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (hasName) void start()
      }}
    >
      <h2 id="columns">{t('columns')}</h2>
      <p className={styles.lead}>{t('columnsHelp')}</p>
      <div role="status">
        {moved && (
          <Notice>
            <p>{moved}</p>
          </Notice>
        )}
      </div>
      <Table className={styles.mapping} aria-labelledby="columns">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('column')}</Table.Th>
            <Table.Th scope="col">{t('cells')}</Table.Th>
            <Table.Th scope="col">{t('meaning')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {batch.headers.map((_, column) => (
            <Table.Tr key={column} data-left-out={meaning[column] === undefined || undefined}>
              <Table.Th scope="row">{titleOf(column)}</Table.Th>
              <Table.Td>
                <Cells texts={batch.sample.map((cells) => cells[column] ?? '')} />
              </Table.Td>
              <Table.Td>
                <select
                  className={styles.select}
                  aria-label={t('meaningOf', { column: titleOf(column) })}
                  value={meaning[column] ?? ''}
                  onChange={(event) => choose(column, event.target.value)}
                >
                  <option value="">{t('leaveOut')}</option>
                  {FIELDS.map((field) => (
                    <option key={field} value={field}>
                      {t(`field.${field}`)}
                    </option>
                  ))}
                </select>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!hasName && (
        <Notice tone="warning" live="assertive">
          <p>{t('nameNeeded')}</p>
        </Notice>
      )}
      <Defaults value={defaults} onChange={setDefaults} mapped={new Set(Object.values(meaning))} />
      {data?.checkImport.problem && (
        <Notice tone="warning" live="assertive">
          <p>{data.checkImport.problem === 'NAME_NOT_MAPPED' ? t('nameNeeded') : t('tooLate')}</p>
        </Notice>
      )}
      {error && <FailedState error={error} />}
      <div className={styles.acts}>
        <Button type="submit" variant="primary" busy={loading} disabled={!hasName}>
          {t('check')}
        </Button>
        {onBack && <Button onClick={onBack}>{t('back')}</Button>}
        <span className={styles.soft}>{t('checkHelp')}</span>
      </div>
    </form>
  )
}

/** The first cells that say something, to recognise a column by. */
function Cells({ texts }: { texts: string[] }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('imports')
  const filled = [...new Set(texts.filter((text) => text.trim() !== ''))].slice(0, 3)
  if (filled.length === 0) return <span className={styles.soft}>{t('blank')}</span>
  return (
    <ul className={styles.cells}>
      {filled.map((text) => (
        <li key={text}>{text.length > 80 ? `${text.slice(0, 80)}…` : text}</li>
      ))}
    </ul>
  )
}

interface DefaultsProps {
  value: Import['defaults']
  onChange: (value: Import['defaults']) => void
  mapped: Set<string>
}

/** What holds for rows that say nothing themselves. */
function Defaults({ value, onChange, mapped }: DefaultsProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('imports')
  const { data, error, refetch } = useQuery(MappingForm_Choices)
  const help = (field: 'platform' | 'coach' | 'country') => (mapped.has(field) ? t('defaultForBlank') : undefined)
  return (
    <fieldset className={styles.defaults}>
      <legend>{t('defaults')}</legend>
      {error && !data && <PartialState missing={[t('choices')]} onRetry={() => refetch()} />}
      <SelectField
        label={t('field.platform')}
        help={help('platform')}
        value={value.platform ?? ''}
        placeholder={t('none')}
        options={(data?.testPlatforms ?? []).map(({ code, name }) => ({
          value: code,
          label: `${code} – ${name[language]}`,
        }))}
        onChange={(event) => onChange({ ...value, platform: event.target.value || null })}
      />
      <SelectField
        label={t('field.coach')}
        help={help('coach')}
        value={value.coachMembershipId ?? ''}
        placeholder={t('nobody')}
        options={(data?.coaches ?? []).map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
        onChange={(event) => onChange({ ...value, coachMembershipId: event.target.value || null })}
      />
      <SelectField
        label={t('field.country')}
        help={help('country')}
        value={value.country ?? ''}
        placeholder={t('countryByNumber')}
        options={[
          { value: 'BE', label: t('country.BE') },
          { value: 'FR', label: t('country.FR') },
        ]}
        onChange={(event) => onChange({ ...value, country: event.target.value || null })}
      />
    </fieldset>
  )
}
