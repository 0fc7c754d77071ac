import { useTexts } from '../texts.tsx'
import type { PreviewSize } from './Preview.tsx'
import styles from './Editor.module.css'

const SIZES: PreviewSize[] = ['phone', 'wide']

/** The device on which the preview is looked at. */
export function PreviewSwitch({ size, onSize }: { size: PreviewSize; onSize: (size: PreviewSize) => void }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  return (
    <div className={styles.devices} role="group" aria-label={t('preview.size')}>
      {SIZES.map((one) => (
        <button key={one} type="button" aria-pressed={size === one} onClick={() => onSize(one)}>
          {t(`preview.${one}`)}
        </button>
      ))}
    </div>
  )
}
