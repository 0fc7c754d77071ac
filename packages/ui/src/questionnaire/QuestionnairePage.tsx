import { useState } from 'react'
import { NavLink } from 'react-router'
import { apiErrorOf } from '../api-error.ts'
import { ButtonLink } from '../Button.tsx'
import { FailedState } from '../FailedState.tsx'
import { Notice } from '../Notice.tsx'
import { Page } from '../Page.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import { QuestionnaireEditor } from './QuestionnaireEditor.tsx'
import { TestAnswersView } from './TestAnswersView.tsx'
import { TranslateView } from './TranslateView.tsx'
import { useDesign, type Design } from './useDesign.ts'
import { VersionsView } from './VersionsView.tsx'
import styles from './Page.module.css'

const PAGES = ['edit', 'translate', 'preview', 'versions'] as const
export type QuestionnairePageName = (typeof PAGES)[number]

interface QuestionnairePageProps {
  id: string
  page: QuestionnairePageName
  /** The list it stands in: its name and address. */
  list: { label: string; to: string }
}

/** One page of a questionnaire or template, with the way to its others; each begins with what stands when it is opened. */
export function QuestionnairePage(props: QuestionnairePageProps) {
  return <Opened key={`${props.id} ${props.page}`} {...props} />
}

function Opened({ id, page, list }: QuestionnairePageProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { design, error, refetch } = useDesign(id)
  // What was read when a page began is what it works on; whoever changes the draft under it has it begin anew.
  const [reading, setReading] = useState(0)
  const renew = async () => {
    await refetch()
    setReading((count) => count + 1)
  }
  const linkTo = (other: string) => `${list.to}/${id}/${other}`
  if (!design) {
    const absent = error && apiErrorOf(error).code === 'NOT_FOUND'
    return (
      <Page title={list.label} crumbs={[list]}>
        {error ? (
          <FailedState
            what={absent ? undefined : t('page.failed')}
            error={error}
            onRetry={absent ? undefined : () => refetch()}
          />
        ) : (
          <Skeleton kind="page" rows={6} />
        )}
      </Page>
    )
  }
  const publishes = page !== 'versions' && !design.isTemplate && design.publication !== 'published' && mayWrite(design)
  const pages = PAGES.filter((one) => one !== 'versions' || !design.isTemplate)
  return (
    <div data-workbench={page} className={styles.frame}>
      <Page
        title={design.title}
        crumbs={[list]}
        status={<State design={design} />}
        actions={
          publishes && (
            <ButtonLink variant="primary" to={`${linkTo('versions')}?publish=1`}>
              {t('publish.open')}
            </ButtonLink>
          )
        }
      >
        <nav aria-label={t('page.label')} className={styles.tabs}>
          {pages.map((one) => (
            <NavLink key={one} to={linkTo(one)}>
              {t(`page.${one}`)}
            </NavLink>
          ))}
        </nav>
        {design.archivedAt && <Notice tone="warning">{t('page.archived')}</Notice>}
        <Content key={`${id} ${reading}`} {...{ design, page, linkTo }} onRenew={renew} />
      </Page>
    </div>
  )
}

const mayWrite = ({ can, archivedAt }: Design) => !archivedAt && can.some((action) => action.endsWith(':write'))

function State({ design }: { design: Design }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const words = design.isTemplate
    ? t(design.offeredAt ? 'publication.offered' : 'publication.notOffered')
    : t(`publication.${design.publication}`, { number: design.publishedVersion ?? 0 })
  return (
    <>
      {[words, design.openWaves > 0 && t('publication.collecting', { count: design.openWaves })]
        .filter(Boolean)
        .join(' · ')}
    </>
  )
}

interface ContentProps {
  design: Design
  page: QuestionnairePageName
  linkTo: (page: string) => string
  onRenew: () => Promise<void>
}

function Content({ design, page, linkTo, onRenew }: ContentProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  if (page === 'preview') return <TestAnswersView design={design} />
  if (page === 'versions') return <VersionsView {...{ design, linkTo, onRenew }} writes={mayWrite(design)} />
  if (!mayWrite(design)) {
    return (
      <>
        <Notice>{t('page.readOnly')}</Notice>
        <TestAnswersView design={design} />
      </>
    )
  }
  if (page === 'translate') return <TranslateView design={design} onRenew={onRenew} />
  return <QuestionnaireEditor design={design} />
}
