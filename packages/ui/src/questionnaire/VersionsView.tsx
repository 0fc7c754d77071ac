import { useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/client'
import { useCan } from '../auth/Session.tsx'
import { Button, ButtonLink } from '../Button.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { FailedState } from '../FailedState.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import { useUndo } from '../Undo.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import type { Design } from './useDesign.ts'
import { Questionnaire_SaveDraft } from './useDesign.ts'
import { VersionCard } from './VersionCard.tsx'
import { VersionDialog } from './VersionDialog.tsx'
import styles from './Versions.module.css'

const Questionnaire_Recover = graphql(`
  mutation Questionnaire_Recover($input: RecoverDraftInput!) {
    recoverDraft(input: $input) {
      problem
      conflict {
        revision
        savedByName
      }
      questionnaire {
        ...QuestionnaireDesign
      }
    }
  }
`)

interface VersionsViewProps {
  design: Design
  /** Whether the viewer may publish and take a version back, and not read only. */
  writes: boolean
  linkTo: (page: string) => string
  /** The draft was replaced: the pages read it anew. */
  onRenew: () => unknown
}

/** What was published when and by whom, what changed each time, and the way to the next version. */
export function VersionsView({ design, writes, linkTo, onRenew }: VersionsViewProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const client = useApolloClient()
  const tell = useUndo()
  const [address, setAddress] = useSearchParams()
  const [looking, setLooking] = useState<number>()
  const [error, setError] = useState<unknown>()
  const { versions, publication } = design
  const can = useCan()
  const publishing = writes && address.has('publish')
  const publishes = writes && publication !== 'published'
  const collects = can('collection:write') && versions.length > 0 && !design.archivedAt
  const setPublishing = (open: boolean) => setAddress(open ? { publish: '1' } : {}, { replace: true })

  const recover = async (number: number) => {
    setError(undefined)
    const former = design.draft
    const input = { questionnaireId: design.id, version: number, revision: design.draftRevision }
    const { data } = await client.mutate({ mutation: Questionnaire_Recover, variables: { input } })
    const now = data?.recoverDraft.questionnaire
    await onRenew()
    if (!now) return setError(new Error('conflict'))
    tell({
      text: t('versions.recovered', { number }),
      undo: async () => {
        const back = {
          questionnaireId: design.id,
          draft: former,
          revision: now.draftRevision,
          operationId: crypto.randomUUID(),
        }
        const answer = await client.mutate({
          mutation: Questionnaire_SaveDraft,
          variables: { input: back },
          fetchPolicy: 'no-cache',
        })
        if (!answer.data?.saveDraft.questionnaire) throw new Error('The draft changed meanwhile')
        await onRenew()
      },
    })
  }
  return (
    <div className={styles.page}>
      <Notice
        tone={publication === 'published' ? 'success' : 'info'}
        title={t(`publication.${publication}`, { number: design.publishedVersion ?? 0 })}
        actions={
          (publishes || collects) && (
            <>
              {publishes && (
                <Button variant="primary" onClick={() => setPublishing(true)}>
                  {t('publish.open')}
                </Button>
              )}
              {collects && (
                <ButtonLink
                  variant={publication === 'published' ? 'primary' : 'secondary'}
                  icon="link"
                  to={`/${language}/collection/new?questionnaire=${design.id}`}
                >
                  {t('versions.collect')}
                </ButtonLink>
              )}
            </>
          )
        }
      >
        {t(`publication.${publication}Means`)}
      </Notice>
      {error !== undefined && <FailedState what={t('versions.notRecovered')} error={error} />}
      {versions.length === 0 ? (
        <EmptyState title={t('versions.none')}>{t('versions.noneText')}</EmptyState>
      ) : (
        <ol className={styles.versions} reversed>
          {versions.map((version) => (
            <VersionCard
              key={version.id}
              design={design}
              version={version}
              onLook={() => setLooking(version.number)}
              onRecover={writes ? () => void recover(version.number).catch(setError) : undefined}
            />
          ))}
        </ol>
      )}
      {looking !== undefined && <VersionDialog id={design.id} number={looking} onClose={() => setLooking(undefined)} />}
      {publishing && (
        <PublishDialog
          design={design}
          linkTo={linkTo}
          onPublished={(number) => {
            setPublishing(false)
            tell({ text: t('publish.done', { number }) })
            void onRenew()
          }}
          onClose={() => setPublishing(false)}
        />
      )}
    </div>
  )
}
