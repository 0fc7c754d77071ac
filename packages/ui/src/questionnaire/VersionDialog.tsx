import { useState } from 'react'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { FailedState } from '../FailedState.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import { Preview, type PreviewSize } from './Preview.tsx'
import { PreviewSwitch } from './PreviewSwitch.tsx'
import { useVersionContent } from './useVersionContent.ts'
import styles from './Try.module.css'

/** A published version as people saw it. */
export function VersionDialog({ id, number, onClose }: { id: string; number: number; onClose: () => void }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const [size, setSize] = useState<PreviewSize>('phone')
  const { content, error, refetch } = useVersionContent(id, number)
  return (
    <Dialog open title={t('versions.one', { number })} onClose={onClose} wide>
      {error && !content && <FailedState error={error} onRetry={() => refetch()} />}
      {!content && !error && <Skeleton rows={6} />}
      {content && (
        <>
          <PreviewSwitch size={size} onSize={setSize} />
          <div className={styles.stage}>
            <Preview questionnaire={content} language={content.baseLanguage} size={size} />
          </div>
        </>
      )}
      <Button variant="primary" onClick={onClose}>
        {t('versions.close')}
      </Button>
    </Dialog>
  )
}
