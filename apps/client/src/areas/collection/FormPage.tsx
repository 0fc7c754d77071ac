import { useSearchParams } from 'react-router'
import { isWritable } from '@vises/questionnaire/paper/scripts.ts'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { PaperForm } from './PaperForm.tsx'
import { useContent } from './useContent.ts'
import { useWave } from './useWave.ts'

const MOST_COPIES = 50
const numberIn = (text: string | null, most: number): number =>
  Math.min(most, Math.max(1, Math.floor(Number(text)) || 1))

/** The questionnaire as it is printed: one form for each sheet number. */
export function FormPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const [address] = useSearchParams()
  const { id, wave, error, refetch } = useWave()
  const found = useContent(wave?.questionnaireId, wave?.version)
  const { content } = found
  const failed = error ?? found.error
  const wanted = address.get('language')
  const tag = wave?.languages.find((one) => one === wanted) ?? wave?.languages[0] ?? language
  const copies = numberIn(address.get('copies'), MOST_COPIES)
  const first = numberIn(address.get('first'), 1_000_000)
  const writable = content !== undefined && isWritable(content, tag)
  return (
    <Page
      title={t('formTitle')}
      lead={t('formLead', { count: copies })}
      crumbs={[
        { label: t('title'), to: `/${language}/collection` },
        { label: wave?.title ?? '…', to: `/${language}/collection/${id}/entry` },
      ]}
      actions={
        content && (
          <>
            <Button variant={writable ? 'secondary' : 'primary'} icon="print" onClick={() => window.print()}>
              {t('print')}
            </Button>
            {writable && (
              <ButtonLink
                variant="primary"
                icon="download"
                // A whole address: the router would put its own beginning before a path.
                to={`${location.origin}/api/paper-forms/${id}?${new URLSearchParams({ language: tag, first: `${first}`, copies: `${copies}` })}`}
                reloadDocument
                download
              >
                {t('downloadPdf')}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      {failed && !content && (
        <FailedState
          error={failed}
          onRetry={() => {
            void refetch()
            void found.refetch()
          }}
        />
      )}
      {content && !writable && <Notice>{t('printInstead')}</Notice>}
      {!content && !failed && <Skeleton kind="page" rows={8} />}
      {wave &&
        content &&
        Array.from({ length: copies }, (_, at) => (
          <PaperForm key={at} wave={wave} content={content} language={tag} sheet={first + at} />
        ))}
    </Page>
  )
}
