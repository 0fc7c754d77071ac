import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { CheckField } from '../Field.tsx'
import { useTextById, useTexts } from '../texts.tsx'
import type { NavEntry } from './areas.ts'
import styles from './KeysDialog.module.css'

/** The list of keys, and the box that turns them off. */
export default function KeysDialog(props: {
  reachable: NavEntry[]
  off: boolean
  onTurn: (off: boolean) => void
  onClose: () => void
}) {
  const { reachable, off, onTurn, onClose } = props
  const { t } = useTexts<typeof import('../texts.fr.json')>('ui')
  const textById = useTextById()
  return (
    <Dialog open title={t('keys.title')} onClose={onClose}>
      <dl className={styles.keys}>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{t('keys.help')}</dd>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>{t('keys.close')}</dd>
        <dt>
          <kbd>Ctrl</kbd> <kbd>Z</kbd>
        </dt>
        <dd>{t('undo.undo')}</dd>
        {reachable.map(({ to, textId }, index) => (
          <div key={to} className={styles.pair}>
            <dt>
              <kbd>g</kbd> <kbd>{index + 1}</kbd>
            </dt>
            <dd>{textById(textId)}</dd>
          </div>
        ))}
      </dl>
      <CheckField
        label={t('keys.off')}
        help={t('keys.offHelp')}
        checked={off}
        onChange={(event) => onTurn(event.target.checked)}
      />
      <div className={styles.actions}>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </Dialog>
  )
}
