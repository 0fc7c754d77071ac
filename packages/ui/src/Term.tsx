import { createContext, useContext, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { GlossaryWord } from './glossary/glossary.ts'
import { useLateTexts, useTexts } from './texts.tsx'
import styles from './Term.module.css'

const FirstUses = createContext<Map<string, string> | undefined>(undefined)

/** One page: inside it a word is explained the first time only. `Page` brings one. */
export function TermScope({ children }: { children: ReactNode }) {
  const [uses] = useState(() => new Map<string, string>())
  return <FirstUses value={uses}>{children}</FirstUses>
}

/** A word of the glossary; on its first use in a page it carries its meaning, for mouse, keyboard and touch. */
export function Term({ word, children }: { word: GlossaryWord; children?: ReactNode }) {
  const { t } = useTexts<typeof import('./glossary/texts.fr.json')>('glossary')
  const meaning = useLateTexts<typeof import('./glossary/meanings/texts.fr.json')>('meanings')
  const id = useId()
  const uses = useContext(FirstUses)
  const first = !uses || (uses.get(word) ?? id) === id
  if (first) uses?.set(word, id)
  const [open, setOpen] = useState(false)
  const wrap = useRef<HTMLSpanElement>(null)
  const tip = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    if (!uses || (uses.get(word) ?? id) !== id) return
    uses.set(word, id)
    return () => void uses.delete(word)
  }, [uses, word, id])

  useEffect(() => {
    if (!open || !tip.current) return
    // Kept inside the window, whatever the place of the word in the line.
    const { left, right } = tip.current.getBoundingClientRect()
    const margin = 12
    const width = document.documentElement.clientWidth
    const shift = Math.max(margin - left, 0) || Math.min(width - margin - right, 0)
    tip.current.style.translate = `${shift}px 0`
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !wrap.current?.contains(event.target as Node))
        setOpen(false)
    }
    document.addEventListener('keydown', close)
    document.addEventListener('pointerdown', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('pointerdown', close)
    }
  }, [open])

  const text = children ?? t(word)
  if (!first) return <>{text}</>
  return (
    <span
      ref={wrap}
      className={styles.wrap}
      onPointerEnter={(event) => event.pointerType === 'mouse' && setOpen(true)}
      onPointerLeave={(event) => event.pointerType === 'mouse' && setOpen(false)}
    >
      <button
        type="button"
        className={styles.term}
        aria-describedby={`${id}tip`}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
      >
        {text}
      </button>
      <span ref={tip} id={`${id}tip`} role="tooltip" className={styles.tip} hidden={!open}>
        {meaning?.(word)}
      </span>
    </span>
  )
}
