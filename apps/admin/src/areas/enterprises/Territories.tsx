import { useState } from 'react'
import { MultiSelect, Select } from '@mantine/core'
import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import type { SetTerritoriesInput } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Enterprise.module.css'
import { Fact } from './Fact.tsx'
import type { Enterprise } from './useEnterprise.ts'
import { useFormInPlace } from './useFormInPlace.ts'

const Enterprise_Territories = graphql(`
  query Enterprise_Territories {
    territories {
      code
      level
      name {
        fr
        nl
        en
      }
    }
  }
`)
const Enterprise_SetTerritories = graphql(`
  mutation Enterprise_SetTerritories($input: SetTerritoriesInput!) {
    setTerritories(input: $input) {
      id
    }
  }
`)

const LINKS = ['seat', 'site', 'serviceArea'] as const

/** Where the enterprise has its seat and its sites, and whom it serves. */
export function Territories({ enterprise, onChanged }: { enterprise: Enterprise; onChanged: () => Promise<unknown> }) {
  const { t, language, formatList } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { editing, setEditing, place } = useFormInPlace()
  const mayEdit = enterprise.can.includes('enterprise:edit')
  const of = (link: string) => enterprise.territories.filter((one) => one.link === link)
  const edit = (
    <Button variant="quiet" icon="edit" data-opens onClick={() => setEditing(true)} aria-label={t('editTerritories')}>
      {t('edit')}
    </Button>
  )
  return (
    <section ref={place} aria-labelledby="territories" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="territories">{t('territories')}</h2>
        {mayEdit && !editing && enterprise.territories.length > 0 && edit}
      </div>
      {editing ? (
        <TerritoryForm enterprise={enterprise} onClose={() => setEditing(false)} onChanged={onChanged} />
      ) : enterprise.territories.length === 0 ? (
        <EmptyState
          title={t('noTerritories')}
          action={
            mayEdit && (
              <Button icon="map" data-opens onClick={() => setEditing(true)}>
                {t('addTerritories')}
              </Button>
            )
          }
        >
          {t('noTerritoriesText')}
        </EmptyState>
      ) : (
        <dl className={styles.facts}>
          {LINKS.map((link) =>
            of(link).length === 0 ? null : (
              <Fact key={link} name={t(`link.${link}`)}>
                {formatList(of(link).map(({ name }) => name[language]))}
              </Fact>
            ),
          )}
        </dl>
      )}
    </section>
  )
}

function TerritoryForm({
  enterprise,
  onClose,
  onChanged,
}: {
  enterprise: Enterprise
  onClose: () => void
  onChanged: () => Promise<unknown>
}) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const known = useQuery(Enterprise_Territories)
  const [save, { loading, error }] = useMutation(Enterprise_SetTerritories)
  const tell = useUndo()
  const codes = (link: string) => enterprise.territories.filter((one) => one.link === link).map(({ code }) => code)
  const before: SetTerritoriesInput = {
    enterpriseId: enterprise.id,
    seat: codes('seat')[0] ?? null,
    sites: codes('site'),
    serviceAreas: codes('serviceArea'),
  }
  const [input, setInput] = useState(before)

  if (known.error && !known.data) return <FailedState error={known.error} onRetry={() => known.refetch()} />
  if (!known.data) return <Skeleton rows={3} />
  const data = known.data.territories.map(({ code, level, name }) => ({
    value: code,
    label: `${name[language]} (${t(`level.${level as 'region'}`)})`,
  }))

  const submit = async () => {
    const answer = await save({ variables: { input } }).catch(() => undefined)
    if (!answer) return
    tell({ text: t('saved'), undo: () => save({ variables: { input: before } }).then(onChanged) })
    // First what the page shows now: the button that the focus goes back to is another one after the first territory.
    await onChanged()
    onClose()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!loading) void submit()
      }}
    >
      <Select
        label={t('link.seat')}
        placeholder={t('choose')}
        searchable
        clearable
        limit={60}
        clearButtonProps={{ 'aria-label': t('clear', { name: t('link.seat') }) }}
        nothingFoundMessage={t('nothingFound')}
        data={data}
        value={input.seat ?? null}
        onChange={(seat) => setInput({ ...input, seat })}
        size="md"
      />
      <MultiSelect
        label={t('link.site')}
        placeholder={t('search')}
        searchable
        limit={60}
        nothingFoundMessage={t('nothingFound')}
        data={data}
        value={input.sites ?? []}
        onChange={(sites) => setInput({ ...input, sites })}
        size="md"
      />
      <MultiSelect
        label={t('link.serviceArea')}
        description={t('help.serviceArea')}
        placeholder={t('search')}
        searchable
        limit={60}
        nothingFoundMessage={t('nothingFound')}
        data={data}
        value={input.serviceAreas ?? []}
        onChange={(serviceAreas) => setInput({ ...input, serviceAreas })}
        size="md"
      />
      {error && <FailedState error={error} />}
      <div className={styles.acts}>
        <Button type="submit" variant="primary" busy={loading}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
