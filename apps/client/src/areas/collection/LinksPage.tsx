import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import { DeedTrouble } from './DeedTrouble.tsx'
import { LinkCard } from './LinkCard.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { useLinkAddresses } from './useLinkAddresses.ts'
import { useMakeLinks } from './useMakeLinks.ts'
import type { Wave } from './useWave.ts'
import { WaveFrame } from './WaveFrame.tsx'

/** The ways into the questionnaire without a list of people: links to share, to show and to print. */
export function LinksPage() {
  return <WaveFrame>{(wave, writes) => writes && <Links wave={wave} />}</WaveFrame>
}

function Links({ wave }: { wave: Wave }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const [address, setAddress] = useSearchParams()
  const [adding, setAdding] = useState(false)
  const { deed, onePerGroup } = useMakeLinks(wave)
  const working = wave.links.filter(({ revoked }) => !revoked)
  const ended = wave.links.filter(({ revoked }) => revoked)
  const showsEnded = address.has('ended')
  const open = working.filter(({ kind }) => kind === 'open').map(({ id }) => id)
  const { addresses, error, refetch } = useLinkAddresses(wave.id, open)
  const groups = wave.groups.length
  return (
    <>
      <p className={styles.lead}>{t('linksLead')}</p>
      {wave.status !== 'open' && working.length > 0 && <Notice>{t(`linksWhile.${wave.status}`)}</Notice>}
      <DeedTrouble deed={deed} />
      {working.length === 0 ? (
        <EmptyState
          title={t('noLinks')}
          action={
            <>
              <Button variant="primary" icon="link" busy={deed.busy} onClick={() => void onePerGroup()}>
                {groups > 1 ? t('linkPerGroup', { count: groups }) : t('linkForAll')}
              </Button>{' '}
              <Button onClick={() => setAdding(true)}>{t('otherLink')}</Button>
            </>
          }
        >
          {t('noLinksText')}
        </EmptyState>
      ) : (
        <>
          <Button
            variant={wave.status === 'planned' ? 'secondary' : 'primary'}
            icon="plus"
            onClick={() => setAdding(true)}
          >
            {t('newLink')}
          </Button>
          <h2 className={styles.sent}>{t('linksHead')}</h2>
          {error && !addresses && <FailedState what={t('addressesFailed')} error={error} onRetry={() => refetch()} />}
          <ul className={styles.links}>
            {working.map((link) => (
              <LinkCard
                key={link.id}
                wave={wave}
                link={link}
                address={addresses?.find(({ id }) => id === link.id)?.address}
              />
            ))}
          </ul>
          {open.length > 0 && !addresses && !error && <Skeleton rows={1} />}
        </>
      )}
      {ended.length > 0 && (
        <Button
          variant="quiet"
          aria-expanded={showsEnded}
          onClick={() => setAddress(showsEnded ? {} : { ended: '' }, { replace: true })}
        >
          {t(showsEnded ? 'hideEnded' : 'showEnded', { count: ended.length })}
        </Button>
      )}
      {showsEnded && (
        <ul className={styles.links}>
          {ended.map((link) => (
            <LinkCard key={link.id} wave={wave} link={link} />
          ))}
        </ul>
      )}
      {adding && <LinkDialog key={language} wave={wave} onClose={() => setAdding(false)} />}
    </>
  )
}
