import { useEffect, useRef, useState, type ReactNode } from 'react'
import styles from './pictures.module.css'

/** A table that scrolls by itself, with pointer and keyboard, where the screen is narrower. */
export function TableRegion({ label, children }: { label: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const region = ref.current
    if (!region) return
    const watch = new ResizeObserver(() => setScrolls(region.scrollWidth > region.clientWidth))
    watch.observe(region)
    return () => watch.disconnect()
  }, [])
  return (
    // Only what scrolls is a stop for the keyboard.
    <div ref={ref} className={styles.region} {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}>
      <table className={styles.table} aria-label={label}>
        {children}
      </table>
    </div>
  )
}
