import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { ConfirmDialog } from '@vises/ui/ConfirmDialog.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Collection.module.css'
import { DeedTrouble } from './DeedTrouble.tsx'
import { QrDialog } from './QrDialog.tsx'
import { useCountWords } from './useCountWords.ts'
import { useDeed } from './useDeed.ts'
import type { Wave, WaveLink } from './useWave.ts'

const CollectionPage_Revoke = graphql(`
  mutation CollectionPage_Revoke($waveId: ID!, $linkId: ID!) {
    revokeLink(waveId: $waveId, linkId: $linkId) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)

/** One link, or a sheet of links that work once: what it is for, how to hand it out, how to end it. */
export function LinkCard({ wave, link, address }: { wave: Wave; link: WaveLink; address?: string }) {
  const { t, language, formatDay } = useTexts<typeof import('./texts.fr.json')>('collection')
  const nameOf = useLanguageName()
  const words = useCountWords()
  const [shows, setShows] = useState<'qr' | 'revoke'>()
  const [copied, setCopied] = useState(false)
  const [revoke] = useMutation(CollectionPage_Revoke)
  const deed = useDeed()
  const tell = useUndo()
  const label = link.label || link.groupName || t('everybody')
  const once = link.kind === 'singleUse'
  const facts = [
    once ? t('slips', { count: link.links }) : t('openLink'),
    link.groupName !== label && link.groupName,
    link.language && nameOf(link.language),
    link.used && (once ? t('slipsUsed', { number: words.number(link.used) }) : words.answers(link.used)),
    link.quota !== null && t('atMost', { count: link.quota }),
  ]
  const copy = async () => {
    if (!address) return
    const done = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    )
    if (done) setCopied(true)
    else setShows('qr')
  }
  const end = async () => {
    const variables = { waveId: wave.id, linkId: link.id }
    const done = await deed.run(async () => (await revoke({ variables })).data?.revokeLink)
    if (!done) return
    setShows(undefined)
    tell({ text: t('revoked', { label }) })
  }
  return (
    <li className={styles.link}>
      <div>
        <h3>{label}</h3>
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
        {!link.revoked && address && (
          <a className={styles.address} href={address} target="_blank" rel="noreferrer">
            {address.replace(/^https?:\/\//, '')}
          </a>
        )}
      </div>
      {link.revoked && <p className={styles.facts}>{t('ended')}</p>}
      {link.flaggedOn && !link.revoked && (
        <Notice tone="warning">{t('flagged', { day: formatDay(link.flaggedOn) })}</Notice>
      )}
      {!link.revoked && (
        <div className={styles.acts}>
          {!once && (
            <>
              <Button
                icon={copied ? 'check' : 'copy'}
                disabled={!address}
                aria-label={t('copyOf', { label })}
                onClick={() => void copy()}
              >
                {t(copied ? 'copied' : 'copy')}
              </Button>
              <Button
                icon="eye"
                disabled={!address}
                aria-label={t('showQrOf', { label })}
                onClick={() => setShows('qr')}
              >
                {t('showQr')}
              </Button>
            </>
          )}
          <ButtonLink
            icon="print"
            aria-label={t('printOf', { label })}
            to={`/${language}/collection/${wave.id}/sheet?link=${link.id}`}
          >
            {t(once ? 'printSlips' : 'printPoster')}
          </ButtonLink>
          <Button variant="quiet" icon="close" aria-label={t('revokeOf', { label })} onClick={() => setShows('revoke')}>
            {t('revoke')}
          </Button>
        </div>
      )}
      <span role="status" className={styles.silent}>
        {copied && t('copied')}
      </span>
      {shows === 'qr' && address && <QrDialog title={label} address={address} onClose={() => setShows(undefined)} />}
      <ConfirmDialog
        open={shows === 'revoke'}
        title={t('revokeTitle', { label })}
        losses={[t(once ? 'revokeSlips' : 'revokeLink', { count: link.links }), t('revokePrinted')]}
        confirmLabel={t('revokeNow')}
        busy={deed.busy}
        onConfirm={() => void end()}
        onCancel={() => setShows(undefined)}
      >
        <p>{t('revokeKept')}</p>
        <DeedTrouble deed={deed} />
      </ConfirmDialog>
    </li>
  )
}
