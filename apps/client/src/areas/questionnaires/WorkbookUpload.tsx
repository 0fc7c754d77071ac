import { useState } from 'react'
import { Link } from 'react-router'
import { FileField } from '@vises/ui/files/FileField.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useMyEvaluation } from '../../app/useMyEvaluation.ts'
import { Findings } from './Findings.tsx'
import { MOST_BYTES, sendWorkbook, type WorkbookOutcome } from './send-workbook.ts'

/** Takes one workbook, chosen or dropped; what it asks for and we cannot do is told cell by cell. */
export function WorkbookUpload({ enterpriseId }: { enterpriseId: string }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('questionnaires')
  const { evaluation } = useMyEvaluation()
  const [sending, setSending] = useState<string>()
  const [sent, setSent] = useState<{ name: string; outcome: WorkbookOutcome }>()

  const take = async (file: File) => {
    setSent(undefined)
    setSending(file.name)
    const query = { enterpriseId, language, ...(evaluation && { evaluationId: evaluation.id }) }
    const outcome = await sendWorkbook(file, query)
    setSending(undefined)
    setSent({ name: file.name, outcome })
  }
  return (
    <>
      {sent && <Outcome name={sent.name} outcome={sent.outcome} />}
      <FileField
        look="zone"
        icon="document"
        words={sending ? t('workbook.reading', { name: sending }) : t('workbook.drop')}
        label={t('workbook.choose')}
        help={t('workbook.accepted', { megabytes: MOST_BYTES / 1024 / 1024 })}
        accept=".xlsx,.json"
        maxBytes={MOST_BYTES}
        busy={sending !== undefined}
        onChoose={take}
        onRefused={() => setSent(undefined)}
      />
    </>
  )
}

function Outcome({ name, outcome }: { name: string; outcome: WorkbookOutcome }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('questionnaires')
  if (outcome.kind === 'refused') {
    return (
      <Notice tone="danger" live="assertive" title={t('workbook.refused', { name })}>
        {t(`file.${outcome.problem}`)}
      </Notice>
    )
  }
  if (outcome.kind === 'unsupported') {
    return (
      <>
        <Notice
          tone="danger"
          live="assertive"
          title={t('workbook.unsupported', { name, count: outcome.problems.length })}
        >
          {t('workbook.unsupportedText')}
        </Notice>
        <Findings findings={outcome.problems} />
      </>
    )
  }
  return (
    <>
      <Notice
        tone="success"
        live="polite"
        title={t('workbook.taken', { name })}
        actions={<Link to={`/${language}/questionnaires/${outcome.id}/edit`}>{t('workbook.open')}</Link>}
      >
        {t(outcome.losses.length > 0 ? 'workbook.losses' : 'workbook.whole', { count: outcome.losses.length })}
      </Notice>
      {outcome.losses.length > 0 && (
        <Findings findings={outcome.losses} editor={`/${language}/questionnaires/${outcome.id}/edit`} />
      )}
    </>
  )
}
