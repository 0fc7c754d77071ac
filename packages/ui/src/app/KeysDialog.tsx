import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { CheckField } from '../Field.tsx'
import { useTextById, useTexts } from '../texts.tsx'
import type { NavEntry } from './areas.ts'
import styles from './KeysDialog.module.css'

const OFF = 'vises.keysOff'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** The keys of the app: `?` shows them, `g` and a number go to a page. They can be turned off. */
export function KeysDialog({ nav, open, onOpen, onClose }: { nav: NavEntry[]; open: boolean; onOpen: () => void; onClose: () => void }) {
  const { t } = useTexts<typeof import('../texts.fr.json')>('ui')
  const textById = useTextById()
  const navigate = useNavigate()
  const [off, setOff] = useState(() => localStorage.getItem(OFF) === 'yes')
  const reachable = nav.slice(0, 9)

  useEffect(() => {
    if (off) return
    let going = false
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return
      const entry = going ? reachable[Number(event.key) - 1] : undefined
      going = event.key === 'g'
      if (entry) void navigate(entry.to)
      else if (event.key === '?') onOpen()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  const turn = (value: boolean) => {
    setOff(value)
    localStorage.setItem(OFF, value ? 'yes' : 'no')
  }
  return (
    <Dialog open={open} title={t('keys.title')} onClose={onClose}>
      <dl className={styles.keys}>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{t('keys.help')}</dd>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>{t('keys.close')}</dd>
        {reachable.map(({ to, textId }, index) => (
          <div key={to} className={styles.pair}>
            <dt>
              <kbd>g</kbd> <kbd>{index + 1}</kbd>
            </dt>
            <dd>{textById(textId)}</dd>
          </div>
        ))}
      </dl>
      <CheckField label={t('keys.off')} help={t('keys.offHelp')} checked={off} onChange={(event) => turn(event.target.checked)} />
      <div className={styles.actions}>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </Dialog>
  )
}
