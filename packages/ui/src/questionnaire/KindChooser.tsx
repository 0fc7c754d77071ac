import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Dialog } from '../Dialog.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import { KIND_GROUPS, type ItemKind } from './kinds.ts'
import { KindSketch } from './KindSketch.tsx'
import styles from './Kinds.module.css'

interface KindChooserProps {
  open: boolean
  title: string
  /** The kind to begin at: the one there is, or the one chosen last. */
  from?: ItemKind
  /** Kinds that are offered; all when absent. */
  only?: (kind: ItemKind) => boolean
  /** What choosing one of the marked kinds brings with it. */
  notice?: string
  marked?: (kind: ItemKind) => boolean
  onChoose: (kind: ItemKind) => void
  onClose: () => void
}

/** All kinds of question, each with how it looks; by pointer, Tab and arrows. */
export function KindChooser({
  open,
  title,
  from = 'single',
  only,
  notice,
  marked,
  onChoose,
  onClose,
}: KindChooserProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const grid = useRef<HTMLDivElement>(null)
  // The dialog gives its title the focus when it opens; one goes on by arrows and Enter from a card.
  useEffect(() => {
    if (!open) return
    const timer = setTimeout(() => grid.current?.querySelector<HTMLElement>(`[data-kind="${from}"]`)?.focus())
    return () => clearTimeout(timer)
  }, [open, from])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 0, ArrowUp: 0 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const cards = [...(grid.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = cards.indexOf(document.activeElement as HTMLElement)
    const next = step === 0 ? nearest(cards, at, event.key === 'ArrowDown') : cards[at + step]
    next?.focus()
  }
  return (
    <Dialog open={open} title={title} onClose={onClose} wide>
      {notice && <Notice>{notice}</Notice>}
      <div ref={grid} onKeyDown={onKeyDown}>
        {KIND_GROUPS.map(({ group, kinds }) => {
          const offered = kinds.filter((kind) => !only || only(kind))
          if (offered.length === 0) return null
          return (
            <section key={group} aria-labelledby={`kinds-${group}`}>
              <h3 id={`kinds-${group}`} className={styles.group}>
                {t(`kinds.${group}`)}
              </h3>
              <ul className={styles.kinds}>
                {offered.map((kind) => (
                  <li key={kind}>
                    <button type="button" className={styles.kind} data-kind={kind} onClick={() => onChoose(kind)}>
                      <KindSketch kind={kind} />
                      <span className={styles.name}>{t(`kind.${kind}`)}</span>
                      <span className={styles.about}>{t(`kindAbout.${kind}`)}</span>
                      {marked?.(kind) && <span className={styles.marked}>{t('kindChange.new')}</span>}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}

/** The card of the row below or above that stands nearest. */
function nearest(cards: HTMLElement[], at: number, down: boolean): HTMLElement | undefined {
  const here = cards[at]?.getBoundingClientRect()
  if (!here) return cards[0]
  const distance = (card: HTMLElement) => {
    const { left, top } = card.getBoundingClientRect()
    const rows = down ? top - here.top : here.top - top
    return rows < 8 ? Infinity : rows * 4 + Math.abs(left - here.left)
  }
  return cards
    .filter((card) => distance(card) < Infinity)
    .toSorted((a, b) => distance(a) - distance(b))
    .at(0)
}
