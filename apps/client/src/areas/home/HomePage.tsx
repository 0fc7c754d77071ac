import { useViewer } from '@vises/ui/auth/Session.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { useTexts } from '@vises/ui/texts.tsx'

/** Where the enterprise stands, and what comes next. */
export default function HomePage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('home')
  const { name, membership } = useViewer()
  return (
    <Page title={t('title', { name })} lead={membership?.enterpriseName}>
      <EmptyState title={t('emptyTitle')}>
        <p>{t('empty')}</p>
      </EmptyState>
    </Page>
  )
}
