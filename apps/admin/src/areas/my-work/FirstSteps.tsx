import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/admin'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'

const MyWork_Programme = graphql(`
  query MyWork_Programme {
    programmeDashboard(filter: {}) {
      total {
        recruited
      }
    }
  }
`)

/** What comes first in a programme that has no enterprise yet; nothing later on. */
export function FirstSteps() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('my-work')
  const { memberships } = useViewer()
  const { data } = useQuery(MyWork_Programme, { fetchPolicy: 'cache-and-network' })
  if (data?.programmeDashboard.total.recruited !== 0) return null
  return (
    <Notice title={t('first.title')}>
      <ol>
        <li>
          <Link to={`/${language}/programme/partners`}>{t('first.invite')}</Link>
          {t('first.inviteText')}
        </li>
        <li>{t('first.enterprises')}</li>
        {memberships.length > 1 && <li>{t('first.switch')}</li>}
      </ol>
    </Notice>
  )
}
