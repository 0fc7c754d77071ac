import { useViewer } from '@vises/ui/auth/Session.tsx'
import { useMembershipName } from '@vises/ui/auth/MembershipSwitch.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { Places } from './Places.tsx'

/** The first page after signing in: who one is here, and where one can go. */
export default function MyWorkPage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('my-work')
  const viewer = useViewer()
  const nameOf = useMembershipName()
  return (
    <Page title={t('title', { name: viewer.name })} lead={viewer.membership && nameOf(viewer.membership)}>
      <Places />
    </Page>
  )
}
