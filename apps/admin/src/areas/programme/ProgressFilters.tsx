import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { ProgressFilter } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { SelectField } from '@vises/ui/Field.tsx'
import { PartialState } from '@vises/ui/PartialState.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { withWords } from '../../pictures/words-of-address.ts'
import { FILTERS, filterWords } from './progress-address.ts'
import styles from './Programme.module.css'
import { TERRITORIES, useTerritoryName } from './words.ts'

const Programme_Choices = graphql(`
  query Programme_Choices {
    testPlatforms {
      code
      name {
        fr
        nl
        en
      }
    }
    partners {
      id
      name
    }
  }
`)

/** The platforms and partners one can narrow to. */
export function useProgressChoices() {
  const { language } = useTexts<typeof import('./texts.fr.json')>('programme')
  const { data, error, refetch } = useQuery(Programme_Choices)
  return {
    platforms: data?.testPlatforms.map(({ code, name }) => ({ code, name: name[language] })) ?? [],
    partners: data?.partners ?? [],
    error: data ? undefined : error,
    retry: refetch,
  }
}

/** Narrows the dashboard; the address keeps it. */
export function ProgressFilters({ filter }: { filter: ProgressFilter }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('programme')
  const { t: word } = useTexts<typeof import('@vises/ui/texts.fr.json')>('ui')
  const [params, setParams] = useSearchParams()
  const { platforms, partners, error, retry } = useProgressChoices()
  const territoryName = useTerritoryName()
  const set = (name: (typeof FILTERS)[number], value: string) =>
    setParams(withWords(params, { [name]: value }), { replace: true, preventScrollReset: true })
  return (
    <>
      <form
        role="search"
        aria-label={t('filter.label')}
        className={styles.filters}
        onSubmit={(event) => event.preventDefault()}
      >
        <SelectField
          label={t('filter.platform')}
          placeholder={t('filter.all')}
          value={filter.platform ?? ''}
          options={platforms.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
          onChange={(event) => set('platform', event.target.value)}
        />
        <SelectField
          label={t('partners.territory')}
          placeholder={t('filter.all')}
          value={filter.territory ?? ''}
          options={TERRITORIES.map((code) => ({ value: code, label: territoryName(code) }))}
          onChange={(event) => set('territory', event.target.value)}
        />
        <SelectField
          label={t('partners.name')}
          placeholder={t('filter.all')}
          value={filter.partnerId ?? ''}
          options={partners.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set('partner', event.target.value)}
        />
        <SelectField
          label={t('filter.phase')}
          placeholder={t('filter.all')}
          value={filter.phase == null ? '' : String(filter.phase)}
          options={([1, 2, 3] as const).map((phase) => ({
            value: String(phase),
            label: `${phase} · ${word(`phase.${phase}`)}`,
          }))}
          onChange={(event) => set('phase', event.target.value)}
        />
        {filterWords(filter).size > 0 && (
          <Button
            variant="quiet"
            icon="close"
            onClick={() =>
              setParams(withWords(params, Object.fromEntries(FILTERS.map((name) => [name, undefined]))), {
                replace: true,
              })
            }
          >
            {t('filter.clear')}
          </Button>
        )}
      </form>
      {error !== undefined && <PartialState missing={[t('filter.missing')]} onRetry={retry} />}
    </>
  )
}
