import { useRef, useState, type DragEvent } from 'react'
import { Link } from 'react-router'
import { Button } from '@vises/ui/Button.tsx'
import { Icon } from '@vises/ui/Icon.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useMyEvaluation } from '../../app/useMyEvaluation.ts'
import { Findings } from './Findings.tsx'
import { MOST_BYTES, sendWorkbook, type WorkbookOutcome } from './send-workbook.ts'
import styles from './Questionnaires.module.css'

/** Takes one workbook, chosen or dropped; what it asks for and we cannot do is told cell by cell. */
export function WorkbookUpload({ enterpriseId }: { enterpriseId: string }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('questionnaires')
  const { evaluation } = useMyEvaluation()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState<string>()
  const [sent, setSent] = useState<{ name: string; outcome: WorkbookOutcome }>()

  const take = async (file: File | undefined) => {
    if (!file || sending) return
    setSent(undefined)
    setSending(file.name)
    const query = { enterpriseId, language, ...(evaluation && { evaluationId: evaluation.id }) }
    const outcome = await sendWorkbook(file, query)
    setSending(undefined)
    setSent({ name: file.name, outcome })
  }
  const onDrag = (event: DragEvent) => {
    if (![...event.dataTransfer.types].includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <>
      {sent && <Outcome name={sent.name} outcome={sent.outcome} />}
      <div
        className={over ? `${styles.drop} ${styles.over}` : styles.drop}
        onDragEnter={onDrag}
        onDragOver={onDrag}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take(event.dataTransfer.files[0])
        }}
      >
        <Icon name="upload" size={28} />
        <p>{sending ? t('workbook.reading', { name: sending }) : t('workbook.drop')}</p>
        <Button icon="document" busy={sending !== undefined} onClick={() => input.current?.click()}>
          {t('workbook.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.json"
          aria-label={t('workbook.choose')}
          tabIndex={-1}
          hidden
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <p className={styles.about}>{t('workbook.accepted', { megabytes: MOST_BYTES / 1024 / 1024 })}</p>
      </div>
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
