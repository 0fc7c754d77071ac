import { useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/client'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { FailedState } from '../FailedState.tsx'
import { TextArea, TextField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import { ChangeList } from './ChangeList.tsx'
import { useChangeWords } from './change-words.ts'
import { Coverage } from './Coverage.tsx'
import { useLanguageName } from './language-names.ts'
import { inTreeOrder, useDraftProblemWords, type DraftProblem } from './draft-problem-words.ts'
import type { Design } from './useDesign.ts'
import { useVersionContent } from './useVersionContent.ts'
import styles from './Versions.module.css'

const Questionnaire_PreviewPublication = graphql(`
  query Questionnaire_PreviewPublication($id: ID!) {
    previewPublication(questionnaireId: $id) {
      ...PublicationPreview
    }
  }
  fragment PublicationPreview on PublicationPreview {
    number
    revision
    confirmation
    testAnswers
    openWaves
    changes {
      class
      kind
      key
      place
      before
      after
    }
    problems {
      key
      place
      code
      detail
    }
    incomplete {
      language
      total
      translated
      stale
    }
  }
`)
const Questionnaire_Publish = graphql(`
  mutation Questionnaire_Publish($input: PublishQuestionnaireInput!) {
    publishQuestionnaire(input: $input) {
      problem
      conflict {
        savedByName
      }
      questionnaire {
        ...QuestionnaireDesign
      }
      version {
        id
        number
      }
      preview {
        ...PublicationPreview
      }
    }
  }
`)

interface PublishDialogProps {
  design: Design
  /** Address of a page of this questionnaire: `edit`, `translate`. */
  linkTo: (page: string) => string
  onPublished: (number: number) => void
  onClose: () => void
}

/** What publishing would do and what stands in its way; nothing is published before everything is understood. */
export function PublishDialog({ design, linkTo, onPublished, onClose }: PublishDialogProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const nameOf = useLanguageName()
  const { content: published } = useVersionContent(design.id, design.publishedVersion)
  const words = useChangeWords(design.draft, ...(published ? [published] : []))
  const problemWords = useDraftProblemWords(design.draft)
  const { data, error, refetch } = useQuery(Questionnaire_PreviewPublication, {
    variables: { id: design.id },
    fetchPolicy: 'network-only',
  })
  const [publish, publishing] = useMutation(Questionnaire_Publish)
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const answer = publishing.data?.publishQuestionnaire
  const preview = answer?.preview ?? data?.previewPublication
  const same = (text: string) => text.normalize('NFC').trim().replace(/\s+/gu, ' ')
  const confirmed = !preview?.confirmation || same(typed) === same(preview.confirmation)
  const waived = preview?.incomplete.every(({ language }) => reasons[language]?.trim()) ?? false
  const nothing = preview !== undefined && design.publication === 'published'

  const send = async () => {
    setTried(true)
    if (!preview || !confirmed || !waived) return
    const waivers = preview.incomplete.map(({ language }) => ({ language, reason: reasons[language]!.trim() }))
    const input = {
      questionnaireId: design.id,
      revision: preview.revision,
      note: note.trim() || null,
      confirmLoss: preview.confirmation ? typed : null,
      waivers,
    }
    const { data: done } = await publish({ variables: { input } })
    const version = done?.publishQuestionnaire.version
    if (version) onPublished(version.number)
    else await refetch()
  }
  return (
    <Dialog
      open
      title={preview ? t('publish.title', { number: preview.number }) : t('publish.loading')}
      onClose={onClose}
      wide
    >
      {error && !preview && <FailedState what={t('publish.failed')} error={error} onRetry={() => refetch()} />}
      {!preview && !error && <Skeleton rows={5} />}
      {preview && nothing && <Notice>{t('publish.nothing')}</Notice>}
      {preview && !nothing && preview.problems.length > 0 && (
        <>
          <Notice tone="warning" title={t('publish.problems', { count: preview.problems.length })} />
          <ul className={styles.problems}>
            {inTreeOrder(design.draft, preview.problems as DraftProblem[]).map((problem, at) => {
              const { where, what, goto } = problemWords(problem)
              const search = new URLSearchParams({ item: goto.key, place: goto.place }).toString()
              return (
                <li key={at}>
                  <Link to={`${linkTo('edit')}?${search}`}>{where}</Link> {what}
                </li>
              )
            })}
          </ul>
        </>
      )}
      {preview && !nothing && preview.problems.length === 0 && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send().catch(() => undefined)
          }}
        >
          <p>{t(preview.changes.length > 0 ? 'publish.changes' : 'publish.first')}</p>
          <ChangeList changes={preview.changes} words={words} />
          {preview.incomplete.map(({ language, ...coverage }) => (
            <section key={language} className={styles.waiver}>
              <h4>{t('publish.incomplete', { language: nameOf(language) })}</h4>
              <p>
                <Coverage {...coverage} />{' '}
                <Link to={`${linkTo('translate')}?language=${language}&show=missing`}>{t('publish.translate')}</Link>
              </p>
              <TextField
                label={t('publish.waiver', { language: nameOf(language, true) })}
                help={t('publish.waiverHelp')}
                error={tried && !reasons[language]?.trim() ? t('publish.waiverNeeded') : undefined}
                required={false}
                maxLength={500}
                value={reasons[language] ?? ''}
                onChange={(event) => setReasons({ ...reasons, [language]: event.target.value })}
              />
            </section>
          ))}
          {preview.confirmation && (
            <TextField
              label={t('publish.confirm', { text: preview.confirmation })}
              help={t('publish.confirmHelp')}
              error={tried && !confirmed ? t('publish.confirmNeeded') : undefined}
              required={false}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          <TextArea
            label={t('publish.note')}
            help={t('publish.noteHelp')}
            optional
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <ul className={styles.effects}>
            <li>{t('publish.frozen')}</li>
            {preview.testAnswers > 0 && <li>{t('publish.testAnswers', { count: preview.testAnswers })}</li>}
            {preview.openWaves > 0 && <li>{t('publish.openWaves', { count: preview.openWaves })}</li>}
          </ul>
          {answer?.conflict && (
            <Notice tone="warning" live="assertive">
              {t('publish.conflict', { name: answer.conflict.savedByName })}
            </Notice>
          )}
          {publishing.error && <FailedState error={publishing.error} />}
          <div className={styles.acts}>
            <Button onClick={onClose}>{t('publish.cancel')}</Button>
            <Button variant="primary" type="submit" busy={publishing.loading}>
              {t('publish.publish', { number: preview.number })}
            </Button>
          </div>
        </form>
      )}
      {(nothing || (preview?.problems.length ?? 0) > 0) && <Button onClick={onClose}>{t('publish.cancel')}</Button>}
    </Dialog>
  )
}
