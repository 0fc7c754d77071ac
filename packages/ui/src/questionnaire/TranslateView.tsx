import { useMemo, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { useSearchParams } from 'react-router'
import type { LanguageTag } from '@vises/questionnaire/model.ts'
import { translationUnits, type TranslationUnit } from '@vises/questionnaire/translation.ts'
import { Button } from '../Button.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { SelectField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { SaveState } from '../SaveState.tsx'
import { useTexts } from '../texts.tsx'
import { Coverage } from './Coverage.tsx'
import { LanguagesPanel } from './LanguagesPanel.tsx'
import { useLanguageName } from './language-names.ts'
import { TranslationFiles } from './TranslationFiles.tsx'
import { TranslationRow } from './TranslationRow.tsx'
import { usePlaceWords } from './place-words.ts'
import type { Design } from './useDesign.ts'
import { useTranslationStore } from './useTranslationStore.ts'
import styles from './Translate.module.css'

const FILTERS = ['all', 'missing', 'stale'] as const
const AT_ONCE = 80

/** All texts of a questionnaire in two languages beside each other; what is missing or behind is marked. */
export function TranslateView({ design, onRenew }: { design: Design; onRenew: () => unknown }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const [address, setAddress] = useSearchParams()
  const nameOf = useLanguageName()
  const others = design.languages.filter((language) => language !== design.draft.baseLanguage)
  const asked = address.get('language') ?? ''
  const language = others.includes(asked) ? asked : others[0]
  const show = (tag: LanguageTag) => setAddress({ language: tag }, { replace: true })
  return (
    <>
      <div className={styles.head}>
        {language !== undefined && (
          <div className={styles.choose}>
            <SelectField
              label={t('translate.into')}
              value={language}
              options={others.map((tag) => ({ value: tag, label: nameOf(tag) }))}
              onChange={(event) => show(event.target.value)}
            />
          </div>
        )}
        <LanguagesPanel design={design} onAdded={show} onRenew={onRenew} />
      </div>
      {language === undefined ? (
        <EmptyState title={t('translate.none')}>{t('translate.noneText')}</EmptyState>
      ) : (
        <Texts key={`${language} ${design.draft.baseLanguage}`} {...{ design, language, onRenew }} />
      )}
    </>
  )
}

interface TextsProps {
  design: Design
  language: LanguageTag
  onRenew: () => unknown
}

function Texts({ design, language, onRenew }: TextsProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const [address, setAddress] = useSearchParams()
  const store = useTranslationStore(design, language)
  const state = useSyncExternalStore(store.subscribe, store.snapshot)
  const { questionnaire, marks, conflicts } = state
  const units = useMemo(() => translationUnits(questionnaire, marks, language), [questionnaire, marks, language])
  const words = usePlaceWords(questionnaire, language)
  const filter = FILTERS.find((one) => one === address.get('show')) ?? 'all'
  // What was translated while a filter is on stays in sight until the filter is chosen anew.
  const [kept, setKept] = useState({ filter, paths: pathsOf(units, filter) })
  if (kept.filter !== filter) setKept({ filter, paths: pathsOf(units, filter) })
  const [limit, setLimit] = useState(AT_ONCE)
  const rows = useRef<HTMLUListElement>(null)
  const inSight = units.filter(({ path }) => kept.paths.has(path))
  const count = (wanted: TranslationUnit['state']) => units.filter((unit) => unit.state === wanted).length

  const toNext = (from: string | undefined) => {
    const after = inSight.findIndex(({ path }) => path === from)
    const next = inSight.findIndex((unit, at) => at > after && unit.state !== 'translated' && unit.source !== '')
    if (next < 0) return
    const path = inSight[next]!.path
    const focus = () => {
      const field = rows.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"] textarea`)
      field?.focus()
      return field
    }
    if (focus()) return
    // Further down than what is drawn: it is drawn first.
    setLimit(next + 20)
    setTimeout(focus)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    toNext((event.target as Element).closest<HTMLElement>('[data-path]')?.dataset['path'])
  }
  return (
    <>
      <div className={styles.bar}>
        <Coverage total={units.length} translated={units.length - count('missing')} stale={count('stale')} />
        <div className={styles.filters} role="group" aria-label={t('translate.filter')}>
          {FILTERS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={filter === one}
              onClick={() => {
                setAddress({ language, ...(one !== 'all' && { show: one }) }, { replace: true })
                setKept({ filter: one, paths: pathsOf(units, one) })
              }}
            >
              {t(`translate.${one}`, { count: one === 'all' ? units.length : count(one) })}
            </button>
          ))}
        </div>
        <Button variant="quiet" icon="arrowDown" onClick={() => toNext(undefined)} title="Ctrl+Enter">
          {t('translate.next')}
        </Button>
        <div className={styles.saved}>
          <SaveState
            status={state.status}
            savedAt={state.savedAt}
            onResolve={state.status === 'failed' ? () => store.retry() : undefined}
          />
        </div>
      </div>
      {state.outdated && (
        <Notice
          tone="warning"
          live="polite"
          actions={<Button onClick={() => void store.flush().then(onRenew)}>{t('translate.renew')}</Button>}
        >
          {t('translate.outdated')}
        </Notice>
      )}
      <TranslationFiles {...{ design, language, units, words, onRenew }} before={() => store.flush()} />
      {inSight.length === 0 && <EmptyState title={t(`translate.${filter === 'stale' ? 'noStale' : 'noMissing'}`)} />}
      <ul ref={rows} className={styles.rows} onKeyDown={onKeyDown}>
        {inSight.slice(0, limit).map((unit) => (
          <TranslationRow
            key={unit.path}
            unit={unit}
            place={words(unit)}
            language={language}
            theirs={conflicts.get(unit.path)}
            store={store}
          />
        ))}
      </ul>
      {inSight.length > limit && (
        <Button onClick={() => setLimit(limit + AT_ONCE)}>
          {t('translate.more', { count: inSight.length - limit })}
        </Button>
      )}
    </>
  )
}

const pathsOf = (units: readonly TranslationUnit[], filter: (typeof FILTERS)[number]): ReadonlySet<string> =>
  new Set(units.filter(({ state }) => filter === 'all' || state === filter).map(({ path }) => path))
