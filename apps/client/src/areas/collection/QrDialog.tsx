import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { QrCode } from '@vises/ui/QrCode.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'

/** The link as large as the screen allows, to be scanned from across a table. */
export function QrDialog({ title, address, onClose }: { title: string; address: string; onClose: () => void }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  return (
    <Dialog open title={title} onClose={onClose}>
      <p>{t('qrHelp')}</p>
      <QrCode value={address} label={t('qrLabel', { label: title })} className={styles.qr} />
      <p className={styles.address}>{address}</p>
      <Button variant="primary" onClick={onClose}>
        {t('done')}
      </Button>
    </Dialog>
  )
}
