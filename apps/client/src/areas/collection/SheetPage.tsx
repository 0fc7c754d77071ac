import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { printWords } from '@vises/questionnaire/paper/print-words.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField } from '@vises/ui/Field.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { QrCode } from '@vises/ui/QrCode.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Print.module.css'
import { printFormats } from './print-formats.ts'
import { useContent } from './useContent.ts'
import { useLinkAddresses } from './useLinkAddresses.ts'
import { useWave } from './useWave.ts'

const PER_SHEET = [4, 8, 12]

/** What is printed of a link: a poster, or slips to cut, each with a link of its own. */
export function SheetPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const nameOf = useLanguageName()
  const [address, setAddress] = useSearchParams()
  const { id, wave, error, refetch } = useWave()
  const linkId = address.get('link') ?? ''
  const link = wave?.links.find((one) => one.id === linkId)
  const found = useLinkAddresses(id, linkId ? [linkId] : [])
  const { content } = useContent(wave?.questionnaireId, wave?.version)
  const [perSheet, setPerSheet] = useState('8')
  const wanted = address.get('language')
  const tag = wave?.languages.find((one) => one === wanted) ?? link?.language ?? wave?.languages[0] ?? language
  const failed = error ?? found.error
  const words = printWords(tag)
  const formats = printFormats(tag)
  const title = wordsIn(content?.title, tag, content?.baseLanguage) || wave?.questionnaireTitle || ''
  const ready = wave && link && found.addresses && content
  const until = wave?.closesOn && words.until(formats.formatDay(wave.closesOn))
  const poster = link?.kind === 'open'
  const absent = (wave && !link) || (ready && found.addresses!.length === 0)
  return (
    <Page
      title={t(link?.kind === 'singleUse' ? 'slipsTitle' : 'posterTitle')}
      crumbs={[
        { label: t('title'), to: `/${language}/collection` },
        { label: wave?.title ?? '…', to: `/${language}/collection/${id}/links` },
      ]}
      actions={
        ready &&
        found.addresses!.length > 0 && (
          <Button variant="primary" icon="print" onClick={() => window.print()}>
            {t('print')}
          </Button>
        )
      }
    >
      {failed && !ready && (
        <FailedState
          error={failed}
          onRetry={() => {
            void refetch()
            void found.refetch()
          }}
        />
      )}
      {!ready && !failed && !absent && <Skeleton kind="page" rows={6} />}
      {absent && (
        <EmptyState
          title={t('noSuchLink')}
          action={
            <ButtonLink icon="link" to={`/${language}/collection/${id}/links`}>
              {t('toLinks')}
            </ButtonLink>
          }
        />
      )}
      {ready && found.addresses!.length > 0 && (
        <>
          <div className={styles.choices}>
            {wave.languages.length > 1 && (
              <SelectField
                label={t('printLanguage')}
                value={tag}
                options={wave.languages.map((one) => ({ value: one, label: nameOf(one) }))}
                onChange={(event) => setAddress({ link: linkId, language: event.target.value }, { replace: true })}
              />
            )}
            {!poster && (
              <SelectField
                label={t('perSheet')}
                value={perSheet}
                options={PER_SHEET.map((count) => ({ value: String(count), label: String(count) }))}
                onChange={(event) => setPerSheet(event.target.value)}
              />
            )}
            <p>{t(poster ? 'posterHelp' : 'slipsHelp', { count: found.addresses!.length })}</p>
          </div>
          <div
            lang={tag}
            className={poster ? styles.poster : styles.slips}
            {...(!poster && { 'data-per-sheet': perSheet })}
          >
            {found.addresses!.map(({ linkId: one, number, address: to }) => (
              <article key={one} className={poster ? styles.onPoster : styles.slip}>
                <div className={styles.slipWords}>
                  {poster ? <h2>{title}</h2> : <h3>{title}</h3>}
                  <p>{words.asks(wave.askedBy)}</p>
                  <p>{words.scan}</p>
                  <p className={styles.small}>
                    {[!poster && words.once, wave.anonymous && words.anonymous, until].filter(Boolean).join(' ')}
                  </p>
                </div>
                <QrCode value={to} label={t('qrLabel', { label: poster ? title : String(number) })} />
                <p className={styles.typed}>
                  {words.orType} <span>{to.replace(/^https?:\/\//, '')}</span>
                </p>
              </article>
            ))}
          </div>
        </>
      )}
    </Page>
  )
}
