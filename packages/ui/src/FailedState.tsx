import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import { useErrorTexts } from './error-texts.ts'
import { useTexts } from './texts.tsx'

/** Something could not be loaded: what, why as far as we know, and a way to try again. */
export function FailedState({ what, error, onRetry }: { what?: ReactNode; error?: unknown; onRetry?: () => unknown }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  const { title, todo } = useErrorTexts()(error)
  return (
    <Notice
      tone="danger"
      live="assertive"
      title={what ?? title}
      actions={onRetry && <Button onClick={() => void onRetry()}>{t('retry')}</Button>}
    >
      {what ? <p>{`${title} ${todo}`}</p> : <p>{todo}</p>}
    </Notice>
  )
}
