import { useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '@vises/schema/client'
import type { CollectionPage_SheetsQuery, EnterProblem } from '@vises/schema/client/graphql'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { ConfirmDialog } from '@vises/ui/ConfirmDialog.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import { SheetDifferences } from './SheetDifferences.tsx'
import type { Wave } from './useWave.ts'
import { WaveFrame } from './WaveFrame.tsx'

const CollectionPage_Sheets = graphql(`
  query CollectionPage_Sheets($waveId: ID!) {
    paperEntries(waveId: $waveId) {
      id
      sheet
      state
      language
      firstByName
      secondByName
      agreed
      differences {
        key
        first
        second
      }
    }
  }
`)
const CollectionPage_DiscardSheet = graphql(`
  mutation CollectionPage_DiscardSheet($id: ID!) {
    discardPaper(entryId: $id) {
      problem
    }
  }
`)

export type Sheet = CollectionPage_SheetsQuery['paperEntries'][number]

/** Sheets that are typed twice: where the typings differ, which wait for the second, which are done. */
export function SheetsPage() {
  return <WaveFrame>{(wave, writes) => writes && <Sheets wave={wave} />}</WaveFrame>
}

function Sheets({ wave }: { wave: Wave }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const { data, error, refetch } = useQuery(CollectionPage_Sheets, {
    variables: { waveId: wave.id },
    fetchPolicy: 'cache-and-network',
  })
  const [discard, { loading, error: failure }] = useMutation(CollectionPage_DiscardSheet)
  const [leaving, setLeaving] = useState<Sheet>()
  const [problem, setProblem] = useState<EnterProblem>()
  const sheets = data?.paperEntries
  const forget = async ({ id }: Sheet) => {
    const answer = await discard({ variables: { id } }).catch(() => undefined)
    setLeaving(undefined)
    setProblem(answer?.data?.discardPaper.problem ?? undefined)
    await refetch()
  }
  const done = sheets?.filter(({ state }) => state === 'done').length ?? 0
  return (
    <section aria-labelledby="sheets">
      <h2 id="sheets">{t('sheets')}</h2>
      <p className={styles.lead}>{t('sheetsLead')}</p>
      {error && !sheets && <FailedState what={t('sheetsFailed')} error={error} onRetry={() => refetch()} />}
      {failure && <FailedState error={failure} />}
      {problem && <Notice tone="warning">{t(`enterProblem.${problem}`)}</Notice>}
      {!sheets && !error && <Skeleton kind="table" rows={4} />}
      {sheets?.length === 0 && (
        <EmptyState
          title={t('noSheets')}
          action={
            <ButtonLink icon="keyboard" to={`/${language}/collection/${wave.id}/type`}>
              {t('typing')}
            </ButtonLink>
          }
        />
      )}
      {sheets
        ?.filter(({ state }) => state === 'differs')
        .map((sheet) => (
          <SheetDifferences key={sheet.id} sheet={sheet} wave={wave} onDone={refetch} onDiscard={setLeaving} />
        ))}
      <ul className={styles.people}>
        {sheets
          ?.filter(({ state }) => state === 'typedOnce')
          .map((sheet) => (
            <li key={sheet.id}>
              <div>
                <strong>{t('sheet', { sheet: sheet.sheet })}</strong>
                <span className={styles.facts}>{t('waitsForSecond', { name: sheet.firstByName })}</span>
              </div>
              <Button
                variant="quiet"
                icon="remove"
                aria-label={t('discardSheet', { sheet: sheet.sheet })}
                onClick={() => setLeaving(sheet)}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
      </ul>
      {done > 0 && <p>{t('sheetsDone', { count: done })}</p>}
      {leaving && (
        <ConfirmDialog
          open
          title={t('discardTitle', { sheet: leaving.sheet })}
          losses={[t('discardLoss')]}
          confirmLabel={t('discardNow')}
          busy={loading}
          onConfirm={() => void forget(leaving)}
          onCancel={() => setLeaving(undefined)}
        />
      )}
    </section>
  )
}
