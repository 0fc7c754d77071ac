import { useMutation } from '@apollo/client/react'
import { useNavigate } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { EnterpriseInput } from '@vises/schema/admin/graphql'
import { Page } from '@vises/ui/Page.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import { EnterpriseForm } from './EnterpriseForm.tsx'
import { useForgetLists } from './useEnterprise.ts'

const Enterprise_Create = graphql(`
  mutation Enterprise_Create($input: EnterpriseInput!) {
    createEnterprise(input: $input) {
      problem
      enterprise {
        id
        name
      }
    }
  }
`)

/** Takes an enterprise into the cohort. */
export function NewEnterprisePage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const navigate = useNavigate()
  const forgetLists = useForgetLists()
  const tell = useUndo()
  const [create, { loading, error, data }] = useMutation(Enterprise_Create)
  const cohort = `/${language}/cohort`

  const submit = async (input: EnterpriseInput) => {
    const answer = await create({ variables: { input } }).catch(() => undefined)
    const enterprise = answer?.data?.createEnterprise.enterprise
    if (!enterprise) return
    forgetLists()
    tell({ text: t('created', { name: enterprise.name }) })
    await navigate(`/${language}/enterprises/${enterprise.id}`, { replace: true })
  }

  return (
    <Page title={t('newTitle')} lead={t('newLead')} crumbs={[{ label: t('cohort'), to: cohort }]} width="text">
      <EnterpriseForm
        initial={{ name: '', country: 'BE' }}
        submitLabel={t('create')}
        busy={loading}
        error={error}
        problem={data?.createEnterprise.problem}
        onSubmit={(input) => void submit(input)}
        onCancel={() => void navigate(cohort)}
      />
    </Page>
  )
}
