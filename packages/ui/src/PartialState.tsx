import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import { useTexts } from './texts.tsx'

/** A page that shows what it has and names what it lacks. */
export function PartialState({ missing, onRetry }: { missing: string[]; onRetry?: () => unknown }) {
  const { t, formatList } = useTexts<typeof import('./texts.fr.json')>('ui')
  return (
    <Notice
      tone="warning"
      live="polite"
      actions={onRetry && <Button onClick={() => void onRetry()}>{t('retry')}</Button>}
    >
      <p>{t('partial', { missing: formatList(missing) })}</p>
    </Notice>
  )
}
