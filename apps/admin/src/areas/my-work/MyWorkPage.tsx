import { useMembershipName } from '@vises/ui/auth/MembershipSwitch.tsx'
import { useCan, useViewer } from '@vises/ui/auth/Session.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { Places } from './Places.tsx'
import { Waiting } from './Waiting.tsx'

/** The first page after signing in: what waits for me, or where I can go. */
export default function MyWorkPage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('my-work')
  const viewer = useViewer()
  const can = useCan()
  const nameOf = useMembershipName()
  return (
    <Page title={t('title', { name: viewer.name })} lead={viewer.membership && nameOf(viewer.membership)}>
      {viewer.membership && can('cohort:read') ? (
        <Waiting key={viewer.membership.id} membershipId={viewer.membership.id} />
      ) : (
        <>
          {can('programmeProgress:read') && <FirstSteps />}
          <Places />
        </>
      )}
    </Page>
  )
}
