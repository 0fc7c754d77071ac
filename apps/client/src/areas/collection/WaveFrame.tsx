import { useMutation } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { graphql } from '@vises/schema/client'
import { apiErrorOf } from '@vises/ui/api-error.ts'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Collection.module.css'
import { DeedTrouble } from './DeedTrouble.tsx'
import { useDeed } from './useDeed.ts'
import { useStatusWords } from './useStatusWords.ts'
import { useWave, type Wave } from './useWave.ts'

const CollectionPage_Open = graphql(`
  mutation CollectionPage_Open($id: ID!) {
    openWave(waveId: $id) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)
const CollectionPage_Close = graphql(`
  mutation CollectionPage_Close($id: ID!) {
    closeWave(waveId: $id) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)
const CollectionPage_Reopen = graphql(`
  mutation CollectionPage_Reopen($id: ID!) {
    reopenWave(waveId: $id) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)

const PARTS = ['', 'links', 'people', 'entry', 'settings'] as const

/** What all parts of a collection have in common: its name, where it stands, what happens next, and the way between them. */
export function WaveFrame({ children }: { children: (wave: Wave, writes: boolean) => ReactNode }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const { id, wave, writes, error, refetch } = useWave()
  const list = { label: t('title'), to: `/${language}/collection` }
  if (!wave) {
    const absent = error && apiErrorOf(error).code === 'NOT_FOUND'
    return (
      <Page title={t('title')} crumbs={[list]}>
        {error ? (
          <FailedState
            what={absent ? undefined : t('waveFailed')}
            error={error}
            onRetry={absent ? undefined : () => refetch()}
          />
        ) : (
          <Skeleton kind="page" rows={6} />
        )}
      </Page>
    )
  }
  return <Framed key={id} {...{ wave, writes, list }} content={children(wave, writes)} />
}

interface FramedProps {
  wave: Wave
  writes: boolean
  list: { label: string; to: string }
  content: ReactNode
}

function Framed({ wave, writes, list, content }: FramedProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const words = useStatusWords()
  const tell = useUndo()
  const deed = useDeed()
  const [open] = useMutation(CollectionPage_Open)
  const [close] = useMutation(CollectionPage_Close)
  const [reopen] = useMutation(CollectionPage_Reopen)
  const variables = { id: wave.id }
  const doOpen = () => deed.run(async () => (await open({ variables })).data?.openWave)
  const doReopen = () => deed.run(async () => (await reopen({ variables })).data?.reopenWave)
  const doClose = async () => {
    const done = await deed.run(async () => (await close({ variables })).data?.closeWave)
    if (done) tell({ text: t('closedNow'), undo: () => reopen({ variables }) })
  }
  const begun = wave.openedAt !== null && wave.closedAt === null
  return (
    <Page
      title={wave.title}
      crumbs={[list]}
      status={t(`status.${wave.status}`)}
      lead={words(wave)}
      actions={
        writes && (
          <>
            {wave.status === 'planned' && !begun && (
              <Button variant="primary" busy={deed.busy} onClick={() => void doOpen()}>
                {t('open')}
              </Button>
            )}
            {begun && wave.status !== 'closed' && (
              <Button busy={deed.busy} onClick={() => void doClose()}>
                {t('close')}
              </Button>
            )}
            {wave.status === 'closed' && (
              <Button busy={deed.busy} onClick={() => void doReopen()}>
                {t('reopen')}
              </Button>
            )}
          </>
        )
      }
    >
      <nav aria-label={t('parts')} className={styles.tabs}>
        {PARTS.filter((part) => writes || part === '').map((part) => (
          <NavLink key={part} end to={`/${language}/collection/${wave.id}${part && `/${part}`}`}>
            {t(part ? `part.${part}` : 'part.followUp')}
          </NavLink>
        ))}
      </nav>
      <DeedTrouble deed={deed} />
      {content}
    </Page>
  )
}
