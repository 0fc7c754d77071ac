import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { IMPORT_LIMITS } from '@vises/schema/limits'
import { Button } from '@vises/ui/Button.tsx'
import { FileField } from '@vises/ui/files/FileField.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { Progress } from './Progress.tsx'
import { ACCEPTED, problemOfFile, sendFile, type FileProblem } from './send-file.ts'

interface Sending {
  file: File
  /** Between 0 and 1. */
  share: number
  stop: AbortController
}

/** Takes one file, chosen or dropped, and opens its import. */
export function FileChooser() {
  const { t, language, formatNumber, formatPercent } = useTexts<typeof import('./texts.fr.json')>('imports')
  const navigate = useNavigate()
  const [sending, setSending] = useState<Sending>()
  const [refused, setRefused] = useState<{ name: string; problem: FileProblem }>()
  useEffect(() => () => sending?.stop.abort(), [sending?.stop])

  const take = async (file: File) => {
    setRefused(undefined)
    const problem = problemOfFile(file)
    if (problem) return setRefused({ name: file.name, problem })
    const stop = new AbortController()
    setSending({ file, share: 0, stop })
    const answer = await sendFile(file, (share) => setSending({ file, share, stop }), stop.signal)
    if (answer === 'cancelled') return setSending(undefined)
    if ('id' in answer) return navigate(`/${language}/imports/${answer.id}`)
    setSending(undefined)
    setRefused({ name: file.name, problem: answer.problem })
  }

  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{t('choose')}</h2>
      {refused && (
        <Notice tone="danger" live="assertive" title={t('refused', { name: refused.name })}>
          <p>
            {t(`file.${refused.problem}`, {
              megabytes: formatNumber(IMPORT_LIMITS.bytes / 1024 / 1024),
              rows: formatNumber(IMPORT_LIMITS.rows),
              columns: formatNumber(IMPORT_LIMITS.columns),
            })}
          </p>
        </Notice>
      )}
      {sending ? (
        <Progress
          label={
            sending.share < 1 ? t('sending', { name: sending.file.name }) : t('reading', { name: sending.file.name })
          }
          share={sending.share < 1 ? sending.share : undefined}
          count={sending.share < 1 ? formatPercent(sending.share) : ''}
        >
          <Button onClick={() => sending.stop.abort()}>{t('stopSending')}</Button>
        </Progress>
      ) : (
        <FileField
          look="zone"
          variant="primary"
          icon="document"
          words={t('drop')}
          label={t('chooseFile')}
          help={t('accepted', {
            megabytes: formatNumber(IMPORT_LIMITS.bytes / 1024 / 1024),
            rows: formatNumber(IMPORT_LIMITS.rows),
          })}
          accept={ACCEPTED}
          unchecked
          onChoose={take}
        />
      )}
      <p>
        {t('template')}{' '}
        <a href={templateAddress(t('templateHeaders'))} download={`${t('templateFile')}.csv`}>
          {t('downloadTemplate')}
        </a>
      </p>
    </section>
  )
}

// The byte order mark tells a spreadsheet that the letters are UTF-8; it expects semicolons in our three languages.
const templateAddress = (headers: string) =>
  `data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(`${headers}\r\n`)}`
