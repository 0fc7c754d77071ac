import { useViewer } from '@vises/ui/auth/Session.tsx'
import { ButtonLink } from '@vises/ui/Button.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { useTexts } from '@vises/ui/texts.tsx'

/** Takes everything away. */
export default function DataPage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('data')
  const { membership } = useViewer()
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <p>{t('what')}</p>
      <ButtonLink
        variant="primary"
        icon="download"
        // A whole address: the router would put its own beginning before a path.
        to={`${location.origin}/api/exports/enterprise/${membership?.enterpriseId}.json`}
        reloadDocument
        download
      >
        {t('download')}
      </ButtonLink>
    </Page>
  )
}
