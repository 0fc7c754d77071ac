import { useState, type MouseEvent } from 'react'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { FileField } from '../files/FileField.tsx'
import { Icon } from '../Icon.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import { useUndo } from '../Undo.tsx'
import type { LanguageTag } from '@vises/questionnaire/model.ts'
import type { TranslationUnit } from '@vises/questionnaire/translation.ts'
import { sendTranslation, type TranslationFileOutcome } from './send-translation.ts'
import type { Design } from './useDesign.ts'
import styles from './Translate.module.css'

const MOST_BYTES = 10 * 1024 * 1024

interface TranslationFilesProps {
  design: Design
  language: LanguageTag
  /** The texts with their places in words, for the report. */
  units: readonly TranslationUnit[]
  words: (unit: TranslationUnit) => string
  /** Saves what was typed: a file is given out, or taken in, on what stands on the screen. */
  before: () => Promise<void>
  onRenew: () => unknown
}

/** The texts out to a translator as a file, and back: first what would be taken, then the deed. */
export function TranslationFiles({ design, language, units, words, before, onRenew }: TranslationFilesProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const tell = useUndo()
  const [file, setFile] = useState<File>()
  const [outcome, setOutcome] = useState<TranslationFileOutcome>()
  const [busy, setBusy] = useState(false)
  const address = (format: 'xlf' | 'xlsx') =>
    `/api/questionnaires/${design.id}/translation.${format}?language=${encodeURIComponent(language)}`

  const giveOut = (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault()
    const { href } = event.currentTarget
    void before().then(() => window.location.assign(href))
  }
  const send = async (chosen: File, trial: boolean) => {
    setBusy(true)
    await before()
    const answer = await sendTranslation(design.id, chosen, language, trial)
    setBusy(false)
    if (trial || answer.kind === 'refused') {
      setFile(chosen)
      return setOutcome(answer)
    }
    setOutcome(undefined)
    tell({ text: t('files.done', { count: answer.taken }) })
    await onRenew()
  }
  const placeOf = (path: string) => {
    const unit = units.find((one) => one.path === path)
    return unit ? words(unit) : path
  }
  return (
    <div className={styles.files}>
      <span>{t('files.out')}</span>
      <a href={address('xlf')} onClick={giveOut}>
        <Icon name="download" size={18} /> XLIFF
      </a>
      <a href={address('xlsx')} onClick={giveOut}>
        <Icon name="download" size={18} /> {t('download.xlsx')}
      </a>
      <FileField
        look="button"
        variant="quiet"
        label={t('files.in')}
        accept=".xlf,.xliff,.xlsx"
        maxBytes={MOST_BYTES}
        busy={busy}
        onChoose={(chosen) => send(chosen, true)}
      />
      <Dialog
        open={outcome !== undefined}
        title={t('files.title', { name: file?.name ?? '' })}
        onClose={() => setOutcome(undefined)}
        wide
      >
        {outcome?.kind === 'refused' && (
          <Notice tone="danger" live="assertive">
            {t(`files.refused.${outcome.problem}`)}
          </Notice>
        )}
        {outcome?.kind === 'read' && (
          <>
            <p>{t('files.would', { count: outcome.taken, unchanged: outcome.unchanged })}</p>
            {outcome.faults.length > 0 && (
              <>
                <h3>{t('files.faults', { count: outcome.faults.length })}</h3>
                <ul className={styles.faults}>
                  {outcome.faults.slice(0, 200).map(({ path, code, current }, at) => (
                    <li key={at}>
                      <strong>{placeOf(path)}</strong> {t(`files.fault.${code}`)}
                      {current && <q lang={language}>{current}</q>}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
        <div className={styles.filesActs}>
          <Button onClick={() => setOutcome(undefined)}>{t('files.cancel')}</Button>
          {outcome?.kind === 'read' && outcome.taken > 0 && file && (
            <Button variant="primary" busy={busy} onClick={() => void send(file, false)}>
              {t('files.take', { count: outcome.taken })}
            </Button>
          )}
        </div>
      </Dialog>
    </div>
  )
}
