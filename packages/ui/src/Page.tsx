import { useEffect, useRef, type ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import styles from './Page.module.css'
import { TermScope } from './Term.tsx'
import { useTexts } from './texts.tsx'

interface PageProps {
  /** Names the page; also the title of the window. */
  title: string
  /** What stands in the heading when it is more than words. */
  heading?: ReactNode
  crumbs?: { label: string; to: string }[]
  /** Beside the title: status, last change. */
  status?: ReactNode
  /** One primary act, at most two secondary. */
  actions?: ReactNode
  /** One or two sentences under the title. */
  lead?: ReactNode
  /** `text` keeps lines readable; `full` is for tables. */
  width?: 'text' | 'full'
  children: ReactNode
}

/** The frame of every page: where we are, what it is about, what can be done; then the content. */
export function Page({ title, heading, crumbs = [], status, actions, lead, width = 'full', children }: PageProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  const { pathname } = useLocation()

  useEffect(() => {
    document.title = `${title} · VISES`
  }, [title])

  return (
    <TermScope key={pathname}>
      <div className={width === 'text' ? `${styles.page} ${styles.text}` : styles.page}>
        {crumbs.length > 0 && (
          <nav aria-label={t('breadcrumb')} className={styles.crumbs}>
            <ol>
              {crumbs.map(({ label, to }) => (
                <li key={to}>
                  <Link to={to}>{label}</Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <header className={styles.header}>
          <div className={styles.titles}>
            <Title>{heading ?? title}</Title>
            {status && <div className={styles.status}>{status}</div>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
        {lead && <div className={styles.lead}>{lead}</div>}
        {children}
      </div>
    </TermScope>
  )
}

/** Where in the history of this window the title before stood, and whether anybody has gone on from the first page. */
const way: { before?: string; left: boolean } = { left: false }

/**
 * After a change of page the keyboard and a screen reader start at its title, also when it is shown anew and took the
 * focus along; a page that was just opened keeps the browser's own start.
 */
function Title({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null)
  const { key } = useLocation()
  useEffect(() => {
    const arrived = way.before !== undefined && way.before !== key
    const lost = way.left && document.activeElement === document.body
    if (arrived || lost) ref.current?.focus({ preventScroll: true })
    way.left ||= arrived
    way.before = key
  }, [])
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children}
    </h1>
  )
}
