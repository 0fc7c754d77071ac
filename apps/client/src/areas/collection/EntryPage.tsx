import { useState } from 'react'
import { ButtonLink } from '@vises/ui/Button.tsx'
import { SelectField, TextField } from '@vises/ui/Field.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import type { Wave } from './useWave.ts'
import { WaveFrame } from './WaveFrame.tsx'

/** For people without a phone of their own: a form on paper, the questions asked aloud, and what was collected elsewhere. */
export function EntryPage() {
  return (
    <WaveFrame>
      {(wave, writes) =>
        writes && (
          <div className={styles.narrow}>
            <Paper wave={wave} />
            <Together wave={wave} />
            <FromFile wave={wave} />
          </div>
        )
      }
    </WaveFrame>
  )
}

function Paper({ wave }: { wave: Wave }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const nameOf = useLanguageName()
  const [tag, setTag] = useState(wave.languages[0] ?? language)
  const [copies, setCopies] = useState('10')
  const [first, setFirst] = useState('1')
  const count = Math.min(MOST_COPIES, Math.max(1, Number(copies) || 1))
  const address = new URLSearchParams({ language: tag, copies: String(count), first: String(Number(first) || 1) })
  return (
    <section aria-labelledby="paper">
      <h2 id="paper">{t('paper')}</h2>
      <p>{t('paperLead')}</p>
      {wave.languages.length > 1 && (
        <SelectField
          label={t('printLanguage')}
          value={tag}
          options={wave.languages.map((one) => ({ value: one, label: nameOf(one) }))}
          onChange={(event) => setTag(event.target.value)}
        />
      )}
      <div className={styles.pair}>
        <TextField
          label={t('copies')}
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_COPIES}
          value={copies}
          onChange={(event) => setCopies(event.target.value)}
        />
        <TextField
          label={t('firstSheet')}
          type="number"
          inputMode="numeric"
          min={1}
          value={first}
          onChange={(event) => setFirst(event.target.value)}
        />
      </div>
      <p className={styles.help}>{t('sheetNumbers')}</p>
      <ButtonLink icon="print" to={`/${language}/collection/${wave.id}/form?${address}`}>
        {t('showForm')}
      </ButtonLink>
      <h3 className={styles.sent}>{t('sheetsBack')}</h3>
      <p>{t('sheetsBackLead')}</p>
      <div className={styles.acts}>
        <ButtonLink variant="primary" icon="keyboard" to={`/${language}/collection/${wave.id}/type`}>
          {t('typing')}
        </ButtonLink>
        <ButtonLink variant="quiet" to={`/${language}/collection/${wave.id}/sheets`}>
          {t('toSheets')}
        </ButtonLink>
      </div>
    </section>
  )
}

const MOST_COPIES = 50

function FromFile({ wave }: { wave: Wave }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  return (
    <section aria-labelledby="from-file">
      <h2 id="from-file">{t('importTitle')}</h2>
      <p>{t('importLead')}</p>
      <ButtonLink icon="upload" to={`/${language}/collection/${wave.id}/import`}>
        {t('importLink')}
      </ButtonLink>
    </section>
  )
}

function Together({ wave }: { wave: Wave }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  return (
    <section aria-labelledby="together">
      <h2 id="together">{t('together')}</h2>
      <p>{t('togetherLead')}</p>
      <ButtonLink icon="people" to={`/${language}/collection/${wave.id}/type?by=asking`}>
        {t('askTogether')}
      </ButtonLink>
    </section>
  )
}
