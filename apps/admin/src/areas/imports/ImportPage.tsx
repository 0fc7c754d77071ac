import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useParams } from 'react-router'
import { apiErrorOf } from '@vises/ui/api-error.ts'
import { ButtonLink } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { CheckedImport } from './CheckedImport.tsx'
import { MappingForm } from './MappingForm.tsx'
import { Progress } from './Progress.tsx'
import { AppliedImport, UndoneImport } from './FinishedImport.tsx'
import { Stages } from './Stages.tsx'
import { useImport, type Import } from './useImport.ts'

/** One import from its columns to its result. */
export function ImportPage() {
  const { t, language, formatDateTime } = useTexts<typeof import('./texts.fr.json')>('imports')
  const { id = '' } = useParams()
  const watched = useImport(id)
  const { batch, error, refetch } = watched
  const [mapping, setMapping] = useState(false)
  if (mapping && batch?.status === 'checking') setMapping(false)
  const crumbs = [{ label: t('title'), to: `/${language}/imports` }]

  if (!batch) {
    const absent = error && apiErrorOf(error).code === 'NOT_FOUND'
    return (
      <Page title={t('oneImport')} crumbs={crumbs}>
        {error ? (
          <FailedState
            what={absent ? undefined : t('oneFailed')}
            error={error}
            onRetry={absent ? undefined : () => refetch()}
          />
        ) : (
          <Skeleton kind="page" rows={6} />
        )}
      </Page>
    )
  }
  return (
    <Page
      title={batch.fileName}
      crumbs={crumbs}
      status={`${t(`state.${batch.status}`)} · ${t('broughtBy', { name: batch.authorName, moment: formatDateTime(batch.createdAt) })}`}
    >
      <Stages status={batch.status} />
      {error && <FailedState what={t('outdated')} error={error} onRetry={() => refetch()} />}
      <Arrival stage={mapping ? 'mapping' : batch.status}>
        <Stage key={batch.status} batch={batch} watched={watched} mapping={mapping} onMapping={setMapping} />
      </Arrival>
    </Page>
  )
}

/** A stage replaces the one before, with the button that was pressed: the focus goes to what the new one says first. */
function Arrival({ stage, children }: { stage: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(stage)
  useEffect(() => {
    if (before.current === stage) return
    before.current = stage
    const first = place.current?.querySelector<HTMLElement>('h2, [role=status]')
    if (!first || document.activeElement?.closest('header, nav')) return
    first.tabIndex = -1
    first.focus()
  }, [stage])
  return <div ref={place}>{children}</div>
}

interface StageProps {
  batch: Import
  watched: ReturnType<typeof useImport>
  /** The columns of a file that was tried already are mapped once more. */
  mapping: boolean
  onMapping: (open: boolean) => void
}

function Stage({ batch, watched, mapping, onMapping }: StageProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('imports')
  const [tooLate, setTooLate] = useState(false)
  const act = (deed: () => Promise<boolean>) => async () => {
    // What failed is shown below.
    const refused = await deed().catch(() => false)
    setTooLate(refused)
    await watched.refetch()
  }
  const trouble = (
    <>
      {tooLate && (
        <Notice tone="warning" live="assertive">
          <p>{t('tooLate')}</p>
        </Notice>
      )}
      {watched.deedError && <FailedState error={watched.deedError} />}
    </>
  )
  const again = (
    <ButtonLink to={`/${language}/imports`} icon="upload">
      {t('anotherFile')}
    </ButtonLink>
  )

  if (batch.status === 'mapping' || batch.status === 'failed' || mapping) {
    return (
      <>
        {batch.status === 'failed' && (
          <Notice tone="danger" live="assertive" title={t('failedTitle')}>
            <p>{t('failedText')}</p>
          </Notice>
        )}
        <MappingForm batch={batch} onChecking={watched.refetch} onBack={mapping ? () => onMapping(false) : undefined} />
      </>
    )
  }
  if (batch.status === 'checked') {
    return (
      <>
        {trouble}
        <CheckedImport
          batch={batch}
          busy={watched.busy}
          onApply={() => void act(watched.apply)()}
          onMapping={() => onMapping(true)}
          again={again}
        />
      </>
    )
  }
  if (batch.status === 'applied') {
    return (
      <>
        {trouble}
        <AppliedImport batch={batch} busy={watched.busy} onUndo={act(watched.undo)} again={again} />
      </>
    )
  }
  if (batch.status === 'undone') return <UndoneImport batch={batch} again={again} />
  return <UnderWay batch={batch} />
}

function UnderWay({ batch }: { batch: Import }) {
  const { t, formatNumber } = useTexts<typeof import('./texts.fr.json')>('imports')
  const total = batch.status === 'checking' ? batch.rowCount : (batch.createdCount ?? 0) + (batch.updatedCount ?? 0)
  const done = Math.min(batch.doneCount, total)
  return (
    <>
      <Progress
        label={t(`doing.${batch.status as 'checking'}`)}
        share={total > 0 ? done / total : undefined}
        count={t('doneOf', { done: formatNumber(done), total: formatNumber(total) })}
      />
      <p>{t('leave')}</p>
    </>
  )
}
