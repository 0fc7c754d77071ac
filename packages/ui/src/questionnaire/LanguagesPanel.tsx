import { useState } from 'react'
import type { LanguageTag } from '@vises/questionnaire/model.ts'
import { Button } from '../Button.tsx'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { Dialog } from '../Dialog.tsx'
import { FailedState } from '../FailedState.tsx'
import { SelectField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import { useUndo } from '../Undo.tsx'
import { Coverage } from './Coverage.tsx'
import { isPlain, OFFERED_LANGUAGES, plainOf, useLanguageName } from './language-names.ts'
import { useLanguageDeeds, type LanguageOutcome } from './useLanguageDeeds.ts'
import type { Design } from './useDesign.ts'
import styles from './Translate.module.css'

interface LanguagesPanelProps {
  design: Design
  onAdded: (language: LanguageTag) => void
  /** The draft changed under the page. */
  onRenew: () => unknown
}

/** The languages a questionnaire is asked in: add one, take one out, change the base. */
export function LanguagesPanel({ design, onAdded, onRenew }: LanguagesPanelProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const nameOf = useLanguageName()
  const deeds = useLanguageDeeds(design)
  const tell = useUndo()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [problem, setProblem] = useState<string>()
  const [losing, setLosing] = useState<{ language: LanguageTag; texts: number }>()
  const { languages, baseLanguage } = design
  const offered = [...languages.filter((tag) => !isPlain(tag)).map(plainOf), ...OFFERED_LANGUAGES].filter(
    (tag) => !languages.includes(tag),
  )

  const act = async (deed: () => Promise<LanguageOutcome>, done: () => void) => {
    setBusy(true)
    setError(undefined)
    setProblem(undefined)
    try {
      const outcome = await deed()
      setProblem(outcome.textsLost ? undefined : outcome.problem)
      if (outcome.done) {
        await onRenew()
        done()
      }
      return outcome
    } catch (thrown) {
      setError(thrown)
      return { done: false }
    } finally {
      setBusy(false)
    }
  }
  const add = (language: LanguageTag) =>
    act(
      () => deeds.add(language),
      () => {
        setOpen(false)
        onAdded(language)
      },
    )
  const remove = async (language: LanguageTag, confirmed: boolean) => {
    const { done, textsLost } = await act(
      () => deeds.remove(language, confirmed),
      () => tell({ text: t('languages.removed', { language: nameOf(language) }) }),
    )
    setLosing(!done && textsLost ? { language, texts: textsLost } : undefined)
  }
  const setBase = (language: LanguageTag) =>
    act(
      () => deeds.setBase(language),
      () =>
        tell({ text: t('languages.baseChanged', { language: nameOf(language) }), undo: () => setBase(baseLanguage) }),
    )

  return (
    <div className={styles.languages}>
      <Button icon="language" onClick={() => setOpen(true)}>
        {t('languages.open')}
      </Button>
      <Dialog open={open} title={t('languages.title')} onClose={() => setOpen(false)} wide>
        <ul className={styles.rows}>
          {languages.map((language) => {
            const coverage = design.coverage.find((one) => one.language === language)
            return (
              <li key={language} className={styles.language}>
                <span>{nameOf(language)}</span>
                {language === baseLanguage ? t('languages.isBase') : coverage && <Coverage {...coverage} />}
                {language !== baseLanguage && !isPlain(language) && (
                  <Button
                    variant="quiet"
                    busy={busy}
                    aria-label={t('languages.makeBaseOf', { language: nameOf(language) })}
                    onClick={() => void setBase(language)}
                  >
                    {t('languages.makeBase')}
                  </Button>
                )}
                {language !== baseLanguage && (
                  <Button
                    variant="quiet"
                    icon="remove"
                    busy={busy}
                    aria-label={t('languages.removeOf', { language: nameOf(language) })}
                    onClick={() => void remove(language, false)}
                  >
                    {t('languages.remove')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
        <SelectField
          label={t('languages.add')}
          help={t('languages.addHelp')}
          value=""
          placeholder={t('languages.choose')}
          required={false}
          options={offered.map((tag) => ({ value: tag, label: nameOf(tag) }))}
          onChange={(event) => event.target.value && void add(event.target.value)}
        />
        {problem && (
          <Notice tone="warning" live="assertive">
            {t(`refusal.${problem as 'archived'}`)}
          </Notice>
        )}
        {error !== undefined && <FailedState error={error} />}
        <Button variant="primary" onClick={() => setOpen(false)}>
          {t('languages.done')}
        </Button>
      </Dialog>
      <ConfirmDialog
        open={losing !== undefined}
        title={t('languages.removeTitle', { language: losing ? nameOf(losing.language) : '' })}
        losses={[t('languages.loss', { count: losing?.texts ?? 0 })]}
        confirmLabel={t('languages.remove')}
        busy={busy}
        onConfirm={() => losing && void remove(losing.language, true)}
        onCancel={() => setLosing(undefined)}
      />
    </div>
  )
}
