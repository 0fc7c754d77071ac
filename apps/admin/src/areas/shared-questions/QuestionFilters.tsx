import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { LIMITS } from '@vises/schema/limits'
import type { SharedQuestionFilter } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { SelectField, TextField } from '@vises/ui/Field.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { among, withWords } from '../../pictures/words-of-address.ts'
import styles from './Questions.module.css'
import type { MethodWords } from './useMethodWords.ts'

export const TERRITORIES = ['FR', 'WA', 'VL', 'BRU'] as const
export const PLATFORMS = ['A', 'B', 'C'] as const
const NAMES = ['text', 'type', 'domain', 'method', 'platform', 'territory'] as const
const CODE = /^[\w.-]{1,60}$/
const WRITING_MS = 350

/** What the address asks for; words it does not know are left out rather than refused. */
export function readFilter(params: URLSearchParams): SharedQuestionFilter {
  const code = (name: string) => {
    const given = params.get(name)
    return given && CODE.test(given) ? given : undefined
  }
  const filter = {
    text: params.get('text')?.trim().slice(0, LIMITS.searchText) || undefined,
    questionType: code('type'),
    domain: code('domain'),
    method: code('method'),
    platform: among(PLATFORMS, params.get('platform')),
    territory: among(TERRITORIES, params.get('territory')),
  }
  // Without the empty ones, so that the same question to the API is the same one in the cache.
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

/** Narrows the questions; the address keeps it. */
export function QuestionFilters({ filter, words }: { filter: SharedQuestionFilter; words: MethodWords }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('shared-questions')
  const [params, setParams] = useSearchParams()
  const set = (name: (typeof NAMES)[number], value: string) =>
    setParams((before) => withWords(before, { [name]: value }), { replace: true, preventScrollReset: true })
  const choose = (name: (typeof NAMES)[number]) => (event: { target: { value: string } }) =>
    set(name, event.target.value)
  return (
    <form
      role="search"
      aria-label={t('filter')}
      className={styles.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <SearchText given={params.get('text') ?? ''} onWritten={(text) => set('text', text)} />
      <SelectField
        label={t('type')}
        placeholder={t('all')}
        value={filter.questionType ?? ''}
        options={words.lists.questionTypes}
        onChange={choose('type')}
      />
      <SelectField
        label={t('domain')}
        placeholder={t('all')}
        value={filter.domain ?? ''}
        options={words.lists.domains}
        onChange={choose('domain')}
      />
      <SelectField
        label={t('method')}
        placeholder={t('all')}
        value={filter.method ?? ''}
        options={words.lists.collectionMethods}
        onChange={choose('method')}
      />
      <SelectField
        label={t('platform')}
        placeholder={t('all')}
        value={filter.platform ?? ''}
        options={words.platforms}
        onChange={choose('platform')}
      />
      <SelectField
        label={t('territory')}
        placeholder={t('all')}
        value={filter.territory ?? ''}
        options={TERRITORIES.map((code) => ({ value: code, label: t(`territory.${code}`) }))}
        onChange={choose('territory')}
      />
      {Object.keys(filter).length > 0 && (
        <Button
          variant="quiet"
          icon="close"
          onClick={({ currentTarget }) => {
            // This button goes with the filters; who used it is back among them.
            currentTarget.form?.querySelector('select')?.focus()
            setParams(withWords(params, Object.fromEntries(NAMES.map((name) => [name, undefined]))), { replace: true })
          }}
        >
          {t('clear')}
        </Button>
      )}
    </form>
  )
}

/** Waits for a pause in the writing before it asks. */
function SearchText({ given, onWritten }: { given: string; onWritten: (text: string) => void }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('shared-questions')
  const [text, setText] = useState(given)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (text === given) return
    const timer = setTimeout(() => onWritten(text), WRITING_MS)
    return () => clearTimeout(timer)
  }, [text])
  // Back, or filters taken away: the field follows the address, unless someone is writing in it.
  useEffect(() => {
    if (document.activeElement !== field.current) setText(given)
  }, [given])
  return (
    <TextField
      ref={field}
      label={t('text')}
      type="search"
      maxLength={LIMITS.searchText}
      required={false}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
