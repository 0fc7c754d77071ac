import styles from './marks.module.css'
import { useTexts } from './texts.tsx'

const SHAPES = {
  A: <path d="M12 1.8 22 9v12.2H2V9z" />,
  B: <rect x="2" y="2" width="20" height="20" rx="1.5" />,
  C: <circle cx="12" cy="12" r="10.5" />,
}

/** The test platform's own shape and colour with its letter; with `name` the name stands beside it. */
export function PlatformMark({
  platform,
  size = 24,
  name,
}: {
  platform: 'A' | 'B' | 'C'
  size?: number
  name?: string
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  return (
    <span className={styles.mark}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        className={styles[`platform${platform}`]}
        {...(name ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t('platform', { letter: platform }) })}
      >
        {SHAPES[platform]}
        <text x="12" y={platform === 'A' ? 18.4 : 16.6} textAnchor="middle" className={styles.letter}>
          {platform}
        </text>
      </svg>
      {name && <span>{name}</span>}
    </span>
  )
}
