import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/client'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import { ExcerptDialog } from './ExcerptDialog.tsx'
import styles from './Records.module.css'
import { useRecords } from './useRecords.ts'
import type { Excerpt } from './useExcerpts.ts'

const Records_ArchiveExcerpt = graphql(`
  mutation Records_ArchiveExcerpt($id: ID!, $archived: Boolean!) {
    archiveExcerpt(excerptId: $id, archived: $archived) {
      excerpt {
        id
      }
    }
  }
`)

interface ExcerptListProps {
  excerpts: Excerpt[] | undefined
  error: unknown
  refetch: () => Promise<unknown>
  empty: string
  /** Names the record of each passage. */
  withRecord?: boolean
}

/** Passages as quotes, each with its themes and how far it may travel. */
export function ExcerptList({ excerpts, error, refetch, empty, withRecord }: ExcerptListProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('records')
  const { found, writes, enterpriseId } = useRecords()
  const [editing, setEditing] = useState<Excerpt>()
  const [archive] = useMutation(Records_ArchiveExcerpt)
  const tell = useUndo()
  const put = (id: string, archived: boolean) => archive({ variables: { id, archived } }).then(refetch)
  if (Boolean(error) && !excerpts) return <FailedState what={t('excerptsFailed')} error={error} onRetry={refetch} />
  if (!excerpts) return <Skeleton rows={3} />
  if (excerpts.length === 0) return <EmptyState title={empty} />
  const nameOf = (id: string) => found?.codes.find((code) => code.id === id)?.name
  return (
    <>
      <ul className={styles.excerpts}>
        {excerpts.map((excerpt) => (
          <li key={excerpt.id}>
            <figure className={styles.excerpt}>
              <blockquote lang={excerpt.language} className={styles.quote}>
                {excerpt.text}
              </blockquote>
              <figcaption>
                <Origin excerpt={excerpt} withRecord={withRecord} />
                <span className={styles.tags}>
                  {excerpt.codeIds
                    .map(nameOf)
                    .filter(Boolean)
                    .map((name) => (
                      <span key={name} className={styles.tag}>
                        {name}
                      </span>
                    ))}
                  <span className={`${styles.consent} ${styles[excerpt.consent] ?? ''}`}>
                    {t(`consent.${excerpt.consent}`)}
                  </span>
                </span>
                {writes && (
                  <span className={styles.acts}>
                    <Button variant="quiet" icon="edit" onClick={() => setEditing(excerpt)}>
                      {t('edit')}
                    </Button>
                    <Button
                      variant="quiet"
                      icon="remove"
                      onClick={() =>
                        void put(excerpt.id, true).then(
                          () => tell({ text: t('excerptRemoved'), undo: () => put(excerpt.id, false) }),
                          () => undefined,
                        )
                      }
                    >
                      {t('removeExcerpt')}
                    </Button>
                  </span>
                )}
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
      {editing && (
        <ExcerptDialog
          enterpriseId={enterpriseId}
          recordId={editing.recordId}
          excerpt={editing}
          text={editing.text}
          language={editing.language}
          onClose={() => setEditing(undefined)}
          onSaved={async () => {
            setEditing(undefined)
            await refetch()
          }}
        />
      )}
    </>
  )
}

function Origin({ excerpt, withRecord }: { excerpt: Excerpt; withRecord?: boolean }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('records')
  return (
    <span className={styles.facts}>
      {excerpt.speaker ?? t('noSpeaker')}
      {withRecord && (
        <>
          {' · '}
          <Link to={`/${language}/records/${excerpt.recordId}`}>{excerpt.recordTitle}</Link>
        </>
      )}
    </span>
  )
}
